-- Which number has the next reading? Grain: one row.
select coalesce(max(reading), 0) + 1 as reading
from text_reading;
