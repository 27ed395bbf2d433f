-- How many cases have a time, a score, or both, by each clock?
-- Grain: one row a clock. Parameter: $time wall (clock) or working. Counts of cases; `timed` have such a
-- time ≥ 0, `timed_rated` a score as well; `timed_by_wall` and `timed_in_work` have one or the other.
-- `set_aside` gave a time that is not counted (negative, or confirmed as wrong). `whole_days` are cases
-- timed by the wall clock at a whole number of days: where all are, the log knows days only.
with both_clocks as (
	select
		'first_response' as clock,
		satisfaction,
		first_response_minutes as wall_minutes,
		first_response_working_minutes as working_minutes,
		first_response_at is not null
			or given_first_response_minutes is not null as given
	from selection
	union all
	select
		'resolution' as clock,
		satisfaction,
		resolution_minutes as wall_minutes,
		resolution_working_minutes as working_minutes,
		ended_at is not null or given_resolution_minutes is not null as given
	from selection
),
timed as (
	select
		*,
		case $time when 'working' then working_minutes else wall_minutes end as minutes
	from both_clocks
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
	count(wall_minutes) as timed_by_wall,
	count(working_minutes) as timed_in_work,
	count(*) filter (where given and wall_minutes is null) as set_aside,
	count(*) filter (where wall_minutes % 1440 = 0) as whole_days
from timed
group by clock
order by clock;
