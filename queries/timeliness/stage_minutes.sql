-- How long does each step take, and in which department? Grain: one row a stage and department;
-- department null with `whole`: all of them. A step runs from the latest earlier time the log has of the
-- case to the stage's own; the first response, which may run beside the others, from receipt. Minutes, wall clock: median, p90, and the sum of all.
-- Left out: stages without a time, and times that lie before an earlier stage's.
with timed as (
	select
		department,
		unnest([
			{stage: 'registered', since: received_at, instant: registered_at},
			{stage: 'first_response', since: received_at, instant: first_response_at},
			{stage: 'dispatched', since: greatest(received_at, registered_at), instant: dispatched_at},
			{stage: 'accepted', since: greatest(received_at, registered_at, dispatched_at), instant: accepted_at},
			{stage: 'investigated', since: greatest(received_at, registered_at, dispatched_at, accepted_at), instant: investigated_at},
			{stage: 'proposed', since: greatest(received_at, registered_at, dispatched_at, accepted_at, investigated_at), instant: proposed_at},
			{stage: 'communicated', since: greatest(received_at, registered_at, dispatched_at, accepted_at, investigated_at, proposed_at), instant: communicated_at},
			{stage: 'resolved', since: greatest(received_at, registered_at, dispatched_at, accepted_at, investigated_at, proposed_at, communicated_at), instant: ended_at},
			{stage: 'closed', since: greatest(received_at, registered_at, dispatched_at, accepted_at, investigated_at, proposed_at, communicated_at, ended_at), instant: closed_at},
			{stage: 'followed_up', since: greatest(received_at, registered_at, dispatched_at, accepted_at, investigated_at, proposed_at, communicated_at, ended_at, closed_at), instant: followed_up_at}
		], recursive := true)
	from selection
),
step as (
	select
		stage,
		department,
		minutes_between(since, instant) as minutes
	from timed
	where instant is not null and instant >= since
)
select
	stage,
	department,
	grouping(department) = 1 as whole,
	count(*)::double as cases,
	median_of(minutes) as median_minutes,
	quantile_of(minutes, 0.9) as p90_minutes,
	sum(minutes) as total_minutes
from step
group by grouping sets ((stage), (stage, department))
order by stage, whole desc, cases desc;
