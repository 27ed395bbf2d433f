-- Notes which corrections stand and what the logs say under each, read from cases without corrections.
-- Grain: one row a case and field. $standing: JSON list of {source, case_no, field, value, number}; one
-- whose case is not there waits in the record.
insert into correction by name
with standing as (
	select unnest(from_json(
		$standing::json,
		'[{"source": "VARCHAR", "case_no": "VARCHAR", "field": "VARCHAR", "value": "VARCHAR", "number": "BIGINT"}]'
	), recursive := true)
)
select
	standing.*,
	case standing.field
		when 'category' then complaint.category
		when 'subcategory' then complaint.subcategory
		when 'nature' then complaint.nature
		when 'priority' then complaint.priority
		when 'severity' then complaint.severity
		when 'department' then complaint.department
		when 'track' then complaint.track
		when 'finding' then complaint.finding
		when 'resolution' then complaint.resolution
		when 'customer_answer' then complaint.customer_answer
	end as log_value
from standing
join complaint using (source, case_no);
