-- How many cases came on each day?
-- Grain: one row a day of receipt with cases, over all days of the log; cases: number of cases. It tells
-- how much of a month has usually come by a day of it (src/lib/measures/forecast-month-end.ts).
select received_day as since, cases() as cases
from selection_ever
group by since
order by since;
