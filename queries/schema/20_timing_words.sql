-- Words of working time and time limits; `timing` (`timing/set_timing.sql`) names the generation of
-- policies and calendars that is laid out.

-- Stages in their order, so that a later one with a time shows that an earlier one without is a gap.
create or replace macro stage_order(stage) as case stage
	when 'registered' then 1
	when 'first_response' then 2
	when 'dispatched' then 3
	when 'accepted' then 4
	when 'investigated' then 5
	when 'proposed' then 6
	when 'communicated' then 7
	when 'resolved' then 8
	when 'closed' then 9
	when 'followed_up' then 10
end;
create or replace macro stage_instant(
	stage, received_at, registered_at, responded_at, dispatched_at, accepted_at, investigated_at,
	proposed_at, communicated_at, ended_at, closed_at, followed_up_at
) as case stage
	when 'received' then received_at
	when 'registered' then registered_at
	when 'first_response' then responded_at
	when 'dispatched' then dispatched_at
	when 'accepted' then accepted_at
	when 'investigated' then investigated_at
	when 'proposed' then proposed_at
	when 'communicated' then communicated_at
	when 'resolved' then ended_at
	when 'closed' then closed_at
	when 'followed_up' then followed_up_at
end;

-- Columns of a log that tell of a stage.
create or replace macro tells_of(stage, columns) as case stage
	when 'first_response' then list_has_any(columns, ['first_response_at', 'first_response_minutes'])
	when 'resolved' then list_has_any(columns, ['resolved_at', 'closed_at', 'resolution_minutes'])
	else list_contains(columns, stage || '_at')
end;

-- Could this stage still come? Not where a later one is done: its time is then missing. A first answer
-- may come after the work behind it, so only what the customer was told later shows it missing.
create or replace macro may_come(stage, state, reached) as
	(state = 'open' or (stage in ('closed', 'followed_up') and state = 'resolved'))
	and reached < case when stage = 'first_response' then 7 else stage_order(stage) end;

-- late_from: when more than the limit has been used. Of working time used up at closing time that is the
-- next opening: nothing was worked in between.
create or replace macro outcome_of(starts_at, done_at, late_from, as_of, pending) as case
	when done_at < starts_at then 'no_time'
	when done_at is null and not pending then 'no_time'
	when starts_at is null then case when done_at is null then 'not_due' else 'no_time' end
	when late_from is null or as_of is null then null
	when late_from > as_of then 'not_due'
	when done_at is null then 'open_late'
	when done_at <= late_from then 'met'
	else 'breached'
end;

create or replace macro seconds_between(a, b) as date_diff('microsecond', a, b) / 1e6;
create or replace macro after_seconds(instant, seconds) as
	instant + to_microseconds(round(seconds * 1e6)::bigint);
-- Seconds of work up to an instant, by the last segment that opens at or before it.
create or replace macro worked_until(instant, opens_at, closes_at, worked_before) as
	worked_before + seconds_between(opens_at, least(instant, closes_at));
-- Seconds of work up to an instant, by what its hour's clock shows: the last segment that opened by the
-- hour, and those that open within it.
create or replace macro worked_by(instant, face) as case
	when face.openings is null or instant < face.openings[1].opens_at
		then worked_until(instant, face.opens_at, face.closes_at, face.worked_before)
	else list_max(list_transform(
		list_filter(face.openings, lambda opening: opening.opens_at <= instant),
		lambda opening: worked_until(
			instant, opening.opens_at, opening.closes_at, opening.worked_before
		)
	))
end;
-- A step of the handling, minutes by the wall clock; null where a time is missing or lies before the one
-- it runs from.
create or replace macro step_minutes(since, instant) as
	case when instant >= since then minutes_between(since, instant) end;

-- What is told of one step of many cases, and of every step; minutes, of which null counts for nothing.
create or replace macro step_told(stage, minutes) as {
	stage: stage,
	cases: count(minutes)::double,
	median_minutes: quantiles_of(minutes, [0.5, 0.9])[1],
	p90_minutes: quantiles_of(minutes, [0.5, 0.9])[2],
	total_minutes: sum(minutes)
};
create or replace macro steps_told(
	registered, first_response, dispatched, accepted, investigated, proposed, communicated, resolved,
	closed, followed_up
) as [
	step_told('registered', registered),
	step_told('first_response', first_response),
	step_told('dispatched', dispatched),
	step_told('accepted', accepted),
	step_told('investigated', investigated),
	step_told('proposed', proposed),
	step_told('communicated', communicated),
	step_told('resolved', resolved),
	step_told('closed', closed),
	step_told('followed_up', followed_up)
];

-- How long a customer waited, minutes: to the first response or the resolution, by the wall clock or in
-- working time. Null where it is not known.
create or replace macro wait_of(
	clock, counted_in, response, resolution, worked_to_response, worked_to_resolution
) as case counted_in
	when 'working' then case clock
		when 'first_response' then worked_to_response
		else worked_to_resolution
	end
	else case clock when 'first_response' then response else resolution end
end;

-- A target of the log itself, which may be a date alone: midnight in the business zone.
create or replace macro business_wall(instant) as
	local_of(instant, (select coalesce(max(zone), 'UTC') from business_zone));
create or replace macro is_date_alone(target_at) as
	business_wall(target_at) = business_wall(target_at)::date::timestamp;
-- Whether a case ended by its target; by_date: on its day or before. Null where either is not known.
create or replace macro kept_target(ended_at, target_at, by_date) as case
	when by_date then business_wall(ended_at)::date <= business_wall(target_at)::date
	else ended_at <= target_at
end;
-- Up to when a target holds: a date alone up to the end of its day.
create or replace macro target_until(target_at, by_date) as case
	when by_date then instant_of(
		business_wall(target_at)::date + interval 1 day,
		(select coalesce(max(zone), 'UTC') from business_zone)
	)
	else target_at
end;

-- What a request knows of the logs with targets of their own: up to which instant each tells, and
-- whether its targets are dates alone.
create or replace macro own_as_of(source) as
	cast(getvariable('filter') -> 'own_as_of' as map(varchar, varchar))[source]::timestamp;
create or replace macro own_by_date(source) as
	coalesce(list_contains((getvariable('filter') -> 'own_by_date')::varchar[], source), false);
-- How a case stands to its own target at the instant its log tells up to, in the words of `outcome_of`.
create or replace macro own_target_outcome(source, state, target_at, ended_at) as case
	when target_at is null or own_as_of(source) is null then null
	when ended_at is null and state <> 'open' then 'no_time'
	when target_until(target_at, own_by_date(source)) > own_as_of(source) then 'not_due'
	when ended_at is null then 'open_late'
	when kept_target(ended_at, target_at, own_by_date(source)) then 'met'
	else 'breached'
end;
-- Set where the log's own on-time flag says otherwise than its dates; of a case that has not ended the
-- dates say nothing yet.
create or replace macro contradicting_flag(source, target_at, ended_at, on_time) as
	case when kept_target(ended_at, target_at, own_by_date(source)) <> on_time then 1 end;
