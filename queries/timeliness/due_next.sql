-- Which limits will be passed next? Grain: one row a case and stage not done whose limit has not passed at
-- the source's as-of instant, those with least time left first, at most 100; waiting: of how many in all, soon: of these within a day.
-- minutes_left: wall clock, from the as-of instant to the limit; working_minutes_left: of them in working
-- time by the calendar of the source, where $clock is 'working', which then sorts; else null. $limits:
-- 'policy', the limits of every stage, or 'own', the target dates the logs themselves carry. Of all open
-- cases chosen, whenever they came.
with running as (
	select
		selection_ever.source,
		case_no,
		category,
		subcategory,
		department,
		priority,
		as_of,
		calendar,
		$limits::varchar as limits,
		unnest([
			{stage: 'registered', outcome: registered_outcome, due_at: registered_due_at, done_at: registered_at},
			{stage: 'first_response', outcome: first_response_outcome, due_at: first_response_due_at, done_at: first_response_at},
			{stage: 'dispatched', outcome: dispatched_outcome, due_at: dispatched_due_at, done_at: dispatched_at},
			{stage: 'accepted', outcome: accepted_outcome, due_at: accepted_due_at, done_at: accepted_at},
			{stage: 'investigated', outcome: investigated_outcome, due_at: investigated_due_at, done_at: investigated_at},
			{stage: 'proposed', outcome: proposed_outcome, due_at: proposed_due_at, done_at: proposed_at},
			{stage: 'communicated', outcome: communicated_outcome, due_at: communicated_due_at, done_at: communicated_at},
			{stage: 'resolved', outcome: resolved_outcome, due_at: resolved_due_at, done_at: ended_at},
			{stage: 'closed', outcome: closed_outcome, due_at: closed_due_at, done_at: closed_at},
			{stage: 'followed_up', outcome: followed_up_outcome, due_at: followed_up_due_at, done_at: followed_up_at},
			{stage: 'own_target', outcome: own_target_outcome(selection_ever.source, state, target_at, ended_at), due_at: target_until(target_at, own_by_date(selection_ever.source)), done_at: ended_at}
		], recursive := true)
	from selection_ever
	join source_in_force using (source)
	left join told_until() using (source)
	where
		state in ('open', 'resolved')
		and 'not_due' in (
			registered_outcome, first_response_outcome, dispatched_outcome, accepted_outcome,
			investigated_outcome, proposed_outcome, communicated_outcome, resolved_outcome,
			closed_outcome, followed_up_outcome,
			own_target_outcome(selection_ever.source, state, target_at, ended_at)
		)
		-- Of a log that ended long ago nobody knows what came after.
		and (told_until is null or told_until >= as_of_day())
),
waiting as (
	select *, minutes_between(as_of, due_at) as minutes_left
	from running
	where
		outcome = 'not_due'
		and done_at is null
		and due_at >= as_of
		and (stage = 'own_target') = (limits = 'own')
),
segment as (
	from segment_in_force
	where $clock = 'working'
),
since_now as (
	select
		waiting.*,
		worked_until(as_of, opens_at, closes_at, worked_before) as worked_now
	from waiting
	asof left join segment
		on segment.calendar = waiting.calendar
		and waiting.as_of >= segment.opens_at
),
left_over as (
	select
		since_now.*,
		(worked_until(due_at, opens_at, closes_at, worked_before) - worked_now) / 60
			as working_minutes_left
	from since_now
	asof left join segment
		on segment.calendar = since_now.calendar
		and since_now.due_at >= segment.opens_at
)
select
	source,
	case_no,
	category,
	subcategory,
	department,
	priority,
	stage,
	due_at,
	minutes_left,
	working_minutes_left,
	(count(*) over ())::double as waiting,
	(count(*) filter (where minutes_left <= 1440) over ())::double as soon
from left_over
order by coalesce(working_minutes_left, minutes_left), minutes_left, source, case_no
limit 100;
