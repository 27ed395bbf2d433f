-- What does a correctable field of a case say now? Grain: one row or none. $source, $case_no, $field.
select case $field
	when 'category' then category
	when 'subcategory' then subcategory
	when 'nature' then nature
	when 'priority' then priority
	when 'severity' then severity
	when 'department' then department
	when 'track' then track
	when 'finding' then finding
	when 'resolution' then resolution
	when 'customer_answer' then customer_answer
	else error('not a field that can be corrected')
end as value
from complaint
where source = $source and case_no = $case_no;
