-- How long did the cases of each month take to be resolved, open ones counted as still running?
-- Grain: one row a month of receipt, on all days. Median of the curve in schema/45_resolution_curve.sql,
-- null where it is not reached; open_cases: censored cases of the month. Minutes, wall clock.
select
	month,
	sum(ended)::double as resolved,
	sum(still_open)::double as open_cases,
	resolved_by(0.5, minutes, surviving) as resolution_median
from resolution_curve(getvariable('filter') -> 'ever', true)
group by month
order by month;
