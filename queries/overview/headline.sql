-- How many complaints came in, how fast was the first answer and how satisfied were the customers?
-- Grain: one row a span ('now' = the period, 'before' = the one it is compared with).
-- Times in minutes, wall clock. Cases without a first response, and those whose response lies before
-- receipt, are left out of its quantiles; unrated cases are left out of satisfaction, never zero.
with both_spans as (
	select 'now' as span, * from selection
	union all
	select 'before' as span, * from selection_before
)
select
	span,
	cases() as cases,
	count(first_response_minutes) as responded,
	median_of(first_response_minutes) as first_response_median,
	quantile_of(first_response_minutes, 0.9) as first_response_p90,
	rated(satisfaction) as rated,
	satisfied(satisfaction) as satisfied,
	score_sum(satisfaction) as score_sum,
	score_square_sum(satisfaction) as score_square_sum
from both_spans
group by span
order by span desc;
