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
		unnest([
			{stage: 'registered', cases: count(registered), quantiles: quantiles_of(registered, [0.5, 0.9]), total_minutes: sum(registered)},
			{stage: 'first_response', cases: count(first_response), quantiles: quantiles_of(first_response, [0.5, 0.9]), total_minutes: sum(first_response)},
			{stage: 'dispatched', cases: count(dispatched), quantiles: quantiles_of(dispatched, [0.5, 0.9]), total_minutes: sum(dispatched)},
			{stage: 'accepted', cases: count(accepted), quantiles: quantiles_of(accepted, [0.5, 0.9]), total_minutes: sum(accepted)},
			{stage: 'investigated', cases: count(investigated), quantiles: quantiles_of(investigated, [0.5, 0.9]), total_minutes: sum(investigated)},
			{stage: 'proposed', cases: count(proposed), quantiles: quantiles_of(proposed, [0.5, 0.9]), total_minutes: sum(proposed)},
			{stage: 'communicated', cases: count(communicated), quantiles: quantiles_of(communicated, [0.5, 0.9]), total_minutes: sum(communicated)},
			{stage: 'resolved', cases: count(resolved), quantiles: quantiles_of(resolved, [0.5, 0.9]), total_minutes: sum(resolved)},
			{stage: 'closed', cases: count(closed), quantiles: quantiles_of(closed, [0.5, 0.9]), total_minutes: sum(closed)},
			{stage: 'followed_up', cases: count(followed_up), quantiles: quantiles_of(followed_up, [0.5, 0.9]), total_minutes: sum(followed_up)}
		], recursive := true)
	from step
	group by grouping sets ((), (department))
)
select
	stage,
	department,
	whole,
	cases::double as cases,
	quantiles[1] as median_minutes,
	quantiles[2] as p90_minutes,
	total_minutes
from measured
where cases > 0
order by stage, whole desc, cases desc;
