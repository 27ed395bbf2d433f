-- How many cases have a time, a score, or both, by each clock?
-- Grain: one row a clock. Parameters: none. Counts of cases; `timed` have a time ≥ 0, `timed_rated` a
-- score as well. `set_aside` gave a time that is not counted (negative, or confirmed as wrong).
-- `whole_days` are timed cases of a whole number of days: where all are, the log knows days only.
with both_clocks as (
	select
		'first_response' as clock,
		satisfaction,
		first_response_minutes as minutes,
		first_response_at is not null
			or given_first_response_minutes is not null as given
	from selection
	union all
	select
		'resolution' as clock,
		satisfaction,
		resolution_minutes as minutes,
		ended_at is not null or given_resolution_minutes is not null as given
	from selection
)
select
	clock,
	cases() as cases,
	rated(satisfaction) as rated,
	satisfied(satisfaction) as satisfied,
	score_sum(satisfaction) as score_sum,
	score_square_sum(satisfaction) as score_square_sum,
	count(minutes) as timed,
	count(minutes) filter (where satisfaction is not null) as timed_rated,
	count(*) filter (where given and minutes is null) as set_aside,
	count(*) filter (where minutes % 1440 = 0) as whole_days
from both_clocks
group by clock
order by clock;
