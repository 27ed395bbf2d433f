-- When does the clock of each limit start, and when was the stage done? Grain: one row a case and limited
-- stage. Where a clock starts with registration and the log has no time of it, it starts with receipt.
-- pending: the stage may still come as the log tells.
create or replace temp table stage_clock as
with limited as (
	select distinct source, stage
	from class_limit
),
told as (
	select
		limited.source,
		limited.stage,
		coalesce(bool_or(tells_of(limited.stage, load.columns)), true) as told
	from limited
	left join load
		on load.source = limited.source
		and load.kind = 'cases'
		and load.undone_at is null
	group by limited.source, limited.stage
),
done as (
	select
		case_to_time.*,
		told.stage,
		told.told and may_come(told.stage, state, reached) as pending,
		stage_instant(
			told.stage, received_at, registered_at, responded_at, dispatched_at, accepted_at,
			investigated_at, proposed_at, communicated_at, ended_at, closed_at, followed_up_at
		) as done_at
	from case_to_time
	join told using (source)
),
at_event as (
	select
		done.* exclude (priority),
		case
			when earlier_priority.row_id is null then done.priority
			else earlier_priority.priority
		end as priority
	from done
	asof left join earlier_priority
		on earlier_priority.row_id = done.row_id
		and earlier_priority.told_until >= coalesce(done.done_at, done.as_of)
),
limits as (
	select
		at_event.*,
		class_limit.since,
		class_limit.until,
		class_limit.starts,
		class_limit.seconds,
		class_limit.working,
		class_limit.calendar
	from at_event
	join class_limit
		on class_limit.source = at_event.source
		and class_limit.stage = at_event.stage
		and class_limit.priority is not distinct from
			case when getvariable('timing')['priority'] then at_event.priority end
		and class_limit.track is not distinct from
			case when getvariable('timing')['track'] then at_event.track end
		and class_limit.category is not distinct from
			case when getvariable('timing')['category'] then at_event.category end
		and class_limit.subcategory is not distinct from
			case when getvariable('timing')['category'] then at_event.subcategory end
		and class_limit.channel is not distinct from
			case when getvariable('timing')['channel'] then at_event.channel end
),
started as (
	select
		*,
		case
			when starts = 'registered' then coalesce(registered_at, received_at)
			else stage_instant(
				starts, received_at, registered_at, responded_at, dispatched_at, accepted_at,
				investigated_at, proposed_at, communicated_at, ended_at, closed_at, followed_up_at
			)
		end as starts_at
	from limits
)
select row_id, stage, starts, starts_at, done_at, pending, as_of, seconds, working, calendar
from started
-- A clock that has not started goes by the limits that hold when it does; until then by the receipt's.
where coalesce(starts_at, received_at) >= since and coalesce(starts_at, received_at) < until;
