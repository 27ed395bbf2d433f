-- How do complaints, satisfaction and first response move from month to month?
-- Grain: one row a month of the business zone over the whole log. cases_to_day: cases received up to the
-- as-of day's day of the month, the part that compares with a running month. Minutes, wall clock.
select
	received_month as month,
	cases() as cases,
	count(*) filter (where extract(day from received_day) <= extract(day from as_of_day())) as cases_to_day,
	rated(satisfaction) as rated,
	satisfied(satisfaction) as satisfied,
	score_sum(satisfaction) as score_sum,
	score_square_sum(satisfaction) as score_square_sum,
	count(first_response_minutes) as responded,
	median_of(first_response_minutes) as first_response_median
from selection_ever
group by received_month
order by received_month;
