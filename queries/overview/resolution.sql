-- How long do cases received in the period take to be resolved, open ones counted as still running?
-- Grain: one row a span ('now', 'before'). Quantiles of the curve in schema/45_resolution_curve.sql, null
-- where it does not reach them. Minutes, wall clock.
with both_spans as (
	select 'now' as span, * from resolution_curve(getvariable('filter') -> 'selection', false)
	union all
	select 'before' as span, * from resolution_curve(getvariable('filter') -> 'before', false)
)
select
	span,
	sum(ended)::double as resolved,
	sum(still_open)::double as open_cases,
	resolved_by(0.5, minutes, surviving) as resolution_median,
	resolved_by(0.9, minutes, surviving) as resolution_p90
from both_spans
group by span
order by span desc;
