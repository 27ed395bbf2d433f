-- How long did the cases of each period take, case by case? For comparing times before and after.
-- Grain: one row a month or week from Monday of receipt ($step) and time, over all days of the log. Times
-- ($time: up to the first response, or to the resolution; minutes, by the wall clock or in working time) are counted by their
-- logarithm in steps of half a percent, round(200 · ln(minutes)); up to a minute counts as one. step is null
-- for cases still open that have no time of resolution. Left out: cases without a first response; cases
-- that ended at an unknown time.
with timed as (
	select
		period_start($step, received_day, received_week, received_month) as since,
		case $time
			when 'first_response' then first_response_minutes
			when 'first_response_working' then first_response_working_minutes
			when 'resolution_working' then resolution_working_minutes
			else resolution_minutes
		end as minutes,
		state = 'open' and $time in ('resolution', 'resolution_working') as counts_open
	from selection_ever
)
select
	since,
	case when minutes is not null then round(200 * ln(greatest(minutes, 1)))::integer end as step,
	cases() as cases
from timed
where minutes is not null or counts_open
group by since, step
order by since, step nulls last;
