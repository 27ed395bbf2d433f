-- How long does each step take, and in which department? Grain: one row a stage and department;
-- department null with `whole`: all of them. A step runs from the latest earlier time the log has of the
-- case to the stage's own; the first response, which may run beside the others, from receipt.
-- Minutes of working time by the calendar of the source: median, p90, and the sum of all.
-- Working time up to an instant is looked up by its hour, so that no pair of instants is compared.
-- Left out: stages without a time, and times that lie before an earlier stage's.
with timed as (
	select
		calendar,
		department,
		received_at,
		registered_at,
		first_response_at,
		dispatched_at,
		accepted_at,
		investigated_at,
		proposed_at,
		communicated_at,
		ended_at,
		closed_at,
		followed_up_at
	from selection
	join source_in_force using (source)
),
spanned as (
	select
		calendar,
		date_trunc('hour', min(received_at)) as since,
		greatest(max(received_at), max(registered_at), max(first_response_at), max(dispatched_at), max(accepted_at), max(investigated_at), max(proposed_at), max(communicated_at), max(ended_at), max(closed_at), max(followed_up_at)) as until
	from timed
	group by calendar
),
hour as (
	select calendar, unnest(generate_series(since, until, interval 1 hour)) as hour
	from spanned
),
-- What opens within an hour, which is seldom: most open on the hour.
opening as (
	select
		calendar,
		date_trunc('hour', opens_at) as hour,
		list({opens_at: opens_at, closes_at: closes_at, worked_before: worked_before} order by opens_at)
			as openings
	from segment_in_force
	where opens_at > date_trunc('hour', opens_at)
	group by calendar, hour
),
clock as materialized (
	select
		hour.calendar,
		hour.hour,
		{
			opens_at: segment.opens_at,
			closes_at: segment.closes_at,
			worked_before: segment.worked_before,
			openings: openings
		} as face
	from hour
	asof join segment_in_force as segment
		on segment.calendar = hour.calendar
		and hour.hour >= segment.opens_at
	left join opening
		on opening.calendar = hour.calendar
		and opening.hour = hour.hour
),
worked as (
	select
		department,
		received_at,
		registered_at,
		first_response_at,
		dispatched_at,
		accepted_at,
		investigated_at,
		proposed_at,
		communicated_at,
		ended_at,
		closed_at,
		followed_up_at,
		worked_by(received_at, on_received.face) as received,
		worked_by(registered_at, on_registered.face) as registered,
		worked_by(first_response_at, on_first_response.face) as first_response,
		worked_by(dispatched_at, on_dispatched.face) as dispatched,
		worked_by(accepted_at, on_accepted.face) as accepted,
		worked_by(investigated_at, on_investigated.face) as investigated,
		worked_by(proposed_at, on_proposed.face) as proposed,
		worked_by(communicated_at, on_communicated.face) as communicated,
		worked_by(ended_at, on_resolved.face) as resolved,
		worked_by(closed_at, on_closed.face) as closed,
		worked_by(followed_up_at, on_followed_up.face) as followed_up
	from timed
	left join clock as on_received
		on on_received.calendar = timed.calendar
		and on_received.hour = date_trunc('hour', received_at)
	left join clock as on_registered
		on on_registered.calendar = timed.calendar
		and on_registered.hour = date_trunc('hour', registered_at)
	left join clock as on_first_response
		on on_first_response.calendar = timed.calendar
		and on_first_response.hour = date_trunc('hour', first_response_at)
	left join clock as on_dispatched
		on on_dispatched.calendar = timed.calendar
		and on_dispatched.hour = date_trunc('hour', dispatched_at)
	left join clock as on_accepted
		on on_accepted.calendar = timed.calendar
		and on_accepted.hour = date_trunc('hour', accepted_at)
	left join clock as on_investigated
		on on_investigated.calendar = timed.calendar
		and on_investigated.hour = date_trunc('hour', investigated_at)
	left join clock as on_proposed
		on on_proposed.calendar = timed.calendar
		and on_proposed.hour = date_trunc('hour', proposed_at)
	left join clock as on_communicated
		on on_communicated.calendar = timed.calendar
		and on_communicated.hour = date_trunc('hour', communicated_at)
	left join clock as on_resolved
		on on_resolved.calendar = timed.calendar
		and on_resolved.hour = date_trunc('hour', ended_at)
	left join clock as on_closed
		on on_closed.calendar = timed.calendar
		and on_closed.hour = date_trunc('hour', closed_at)
	left join clock as on_followed_up
		on on_followed_up.calendar = timed.calendar
		and on_followed_up.hour = date_trunc('hour', followed_up_at)
),
step as (
	select
		department,
		case
			when registered_at >= received_at
				then (registered - received) / 60
		end as registered,
		case
			when first_response_at >= received_at
				then (first_response - received) / 60
		end as first_response,
		case
			when dispatched_at >= greatest(received_at, registered_at)
				then (dispatched - greatest(received, registered)) / 60
		end as dispatched,
		case
			when accepted_at >= greatest(received_at, registered_at, dispatched_at)
				then (accepted - greatest(received, registered, dispatched)) / 60
		end as accepted,
		case
			when investigated_at >= greatest(received_at, registered_at, dispatched_at, accepted_at)
				then (investigated - greatest(received, registered, dispatched, accepted)) / 60
		end as investigated,
		case
			when proposed_at >= greatest(received_at, registered_at, dispatched_at, accepted_at, investigated_at)
				then (proposed - greatest(received, registered, dispatched, accepted, investigated)) / 60
		end as proposed,
		case
			when communicated_at >= greatest(received_at, registered_at, dispatched_at, accepted_at, investigated_at, proposed_at)
				then (communicated - greatest(received, registered, dispatched, accepted, investigated, proposed)) / 60
		end as communicated,
		case
			when ended_at >= greatest(received_at, registered_at, dispatched_at, accepted_at, investigated_at, proposed_at, communicated_at)
				then (resolved - greatest(received, registered, dispatched, accepted, investigated, proposed, communicated)) / 60
		end as resolved,
		case
			when closed_at >= greatest(received_at, registered_at, dispatched_at, accepted_at, investigated_at, proposed_at, communicated_at, ended_at)
				then (closed - greatest(received, registered, dispatched, accepted, investigated, proposed, communicated, resolved)) / 60
		end as closed,
		case
			when followed_up_at >= greatest(received_at, registered_at, dispatched_at, accepted_at, investigated_at, proposed_at, communicated_at, ended_at, closed_at)
				then (followed_up - greatest(received, registered, dispatched, accepted, investigated, proposed, communicated, resolved, closed)) / 60
		end as followed_up
	from worked
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
