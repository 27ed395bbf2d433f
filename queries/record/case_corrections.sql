-- Which corrections stand over one case, and what do its logs say under them? Grain: one row a field.
select field, value, log_value, number::double as number
from correction
where source = $source and case_no = $case_no
order by number;
