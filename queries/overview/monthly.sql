-- How do complaints, satisfaction and first response move from month to month?
-- Grain: one row a month of the business zone over the whole log. cases_to_day: cases received up to the
-- as-of day's day of the month, the part that compares with a running month. Minutes, wall clock.
-- cohort and cohort_median as in control/periods: open cases longer than any resolved one.
select
	received_month as month,
	cases() as cases,
	count(*) filter (where extract(day from received_day) <= extract(day from as_of_day())) as cases_to_day,
	rated(satisfaction) as rated,
	satisfied(satisfaction) as satisfied,
	score_sum(satisfaction) as score_sum,
	score_square_sum(satisfaction) as score_square_sum,
	count(first_response_minutes) as responded,
	median_of(first_response_minutes) as first_response_median,
	count(coalesce(resolution_minutes, case when state = 'open' then 0 end)) as cohort,
	median_of(
		case when state = 'open' then coalesce(resolution_minutes, 'infinity'::double) else resolution_minutes end
	) as cohort_median
from selection_ever
group by received_month
order by received_month;
