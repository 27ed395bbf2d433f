-- How many cases of each category came in each month, and how many of them are resolved?
-- Grain: one row a month of receipt (is_total) and one a month and category, blanks as null, over all days of
-- the log; of each month the days up to $to_day alone (31: all of them), so that months can be held against a
-- running one. resolved: ended as the log tells, also without an end time; state_told: cases whose log says
-- whether they ended.
with told as (
	select received_month, category, state
	from selection_ever
	where extract(day from received_day) <= $to_day::integer
)
select
	received_month as month,
	grouping(category) = 1 as is_total,
	category,
	cases() as cases,
	count(*) filter (where state in ('resolved', 'time_missing')) as resolved,
	count(*) filter (where state <> 'unknown') as state_told
from told
group by grouping sets ((received_month), (received_month, category))
order by month, is_total desc, cases desc, category nulls last;
