-- Lays the corrected values over the cases. Grain: one row a corrected case.
with per_case as (
	select
		source,
		case_no,
		bool_or(field = 'category') as has_category,
		max(value) filter (where field = 'category') as category,
		bool_or(field = 'subcategory') as has_subcategory,
		max(value) filter (where field = 'subcategory') as subcategory,
		bool_or(field = 'nature') as has_nature,
		max(value) filter (where field = 'nature') as nature,
		bool_or(field = 'priority') as has_priority,
		max(value) filter (where field = 'priority') as priority,
		bool_or(field = 'severity') as has_severity,
		max(value) filter (where field = 'severity') as severity,
		bool_or(field = 'department') as has_department,
		max(value) filter (where field = 'department') as department,
		bool_or(field = 'track') as has_track,
		max(value) filter (where field = 'track') as track,
		bool_or(field = 'finding') as has_finding,
		max(value) filter (where field = 'finding') as finding,
		bool_or(field = 'resolution') as has_resolution,
		max(value) filter (where field = 'resolution') as resolution,
		bool_or(field = 'customer_answer') as has_customer_answer,
		max(value) filter (where field = 'customer_answer') as customer_answer
	from correction
	group by source, case_no
)
update complaint
set
	category = case when has_category then per_case.category else complaint.category end,
	subcategory = case when has_subcategory then per_case.subcategory else complaint.subcategory end,
	nature = case when has_nature then per_case.nature else complaint.nature end,
	priority = case when has_priority then per_case.priority else complaint.priority end,
	severity = case when has_severity then per_case.severity else complaint.severity end,
	department = case when has_department then per_case.department else complaint.department end,
	track = case when has_track then per_case.track else complaint.track end,
	finding = case when has_finding then per_case.finding else complaint.finding end,
	resolution = case when has_resolution then per_case.resolution else complaint.resolution end,
	customer_answer = case when has_customer_answer then per_case.customer_answer else complaint.customer_answer end,
	-- Its limits may be others now.
	judged_as_of = null
from per_case
where complaint.source = per_case.source and complaint.case_no = per_case.case_no;
