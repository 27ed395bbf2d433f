-- How long does each step take, and in which department? Grain: one row a stage and department;
-- department null with `whole`: all of them. A step runs from the latest earlier time the log has of the
-- case to the stage's own; the first response, which may run beside the others, from receipt.
-- Minutes, wall clock: median, p90, and the sum of all.
-- Left out: stages without a time, and times that lie before an earlier stage's.
with step as (
	select
		department,
		step_minutes(received_at, registered_at) as registered,
		step_minutes(received_at, first_response_at) as first_response,
		step_minutes(greatest(received_at, registered_at), dispatched_at) as dispatched,
		step_minutes(greatest(received_at, registered_at, dispatched_at), accepted_at) as accepted,
		step_minutes(greatest(received_at, registered_at, dispatched_at, accepted_at), investigated_at) as investigated,
		step_minutes(greatest(received_at, registered_at, dispatched_at, accepted_at, investigated_at), proposed_at) as proposed,
		step_minutes(greatest(received_at, registered_at, dispatched_at, accepted_at, investigated_at, proposed_at), communicated_at) as communicated,
		step_minutes(greatest(received_at, registered_at, dispatched_at, accepted_at, investigated_at, proposed_at, communicated_at), ended_at) as resolved,
		step_minutes(greatest(received_at, registered_at, dispatched_at, accepted_at, investigated_at, proposed_at, communicated_at, ended_at), closed_at) as closed,
		step_minutes(greatest(received_at, registered_at, dispatched_at, accepted_at, investigated_at, proposed_at, communicated_at, ended_at, closed_at), followed_up_at) as followed_up
	from selection
),
measured as (
	select
		department,
		grouping(department) = 1 as whole,
		unnest(steps_told(
			registered, first_response, dispatched, accepted, investigated, proposed, communicated, resolved,
			closed, followed_up
		), recursive := true)
	from step
	group by grouping sets ((), (department))
)
select
	stage,
	department,
	whole,
	cases,
	median_minutes,
	p90_minutes,
	total_minutes
from measured
where cases > 0
order by stage, whole desc, cases desc;
