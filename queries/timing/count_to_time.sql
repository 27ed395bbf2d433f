-- How many cases wait for their timing? Grain: one row.
select count(*)::double as cases
from case_to_time;
