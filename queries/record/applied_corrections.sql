-- Which corrections lie over the cases? Grain: one row a case and field.
select number::double as number
from correction
order by number;
