-- When is each stage due? Grain: one row a case and limited stage. Working time by the segments of the
-- calendar, looked up once by the start and once by the work done when the limit is used up: used up at
-- closing time is due at closing time.
create or replace temp table stage_due as
with working_clock as (
	select row_id, stage, calendar, starts_at, seconds
	from stage_clock
	where working and starts_at is not null
),
segment as (
	select
		calendar,
		opens_at,
		closes_at,
		worked_before,
		lead(opens_at) over (partition by calendar order by opens_at) as opens_next
	from segment_arranged(getvariable('timing')['generation'])
),
used_up as (
	select
		working_clock.*,
		worked_until(starts_at, opens_at, closes_at, worked_before) + seconds as worked_then
	from working_clock
	asof join segment
		on segment.calendar = working_clock.calendar
		and working_clock.starts_at >= segment.opens_at
),
working_due as (
	select
		row_id,
		stage,
		case
			when seconds <= 0 then starts_at
			when worked_then - segment.worked_before
				<= seconds_between(segment.opens_at, segment.closes_at)
				then after_seconds(segment.opens_at, worked_then - segment.worked_before)
		end as due_at,
		segment.closes_at,
		segment.opens_next
	from used_up
	asof join segment
		on segment.calendar = used_up.calendar
		and used_up.worked_then > segment.worked_before
)
select
	row_id,
	stage,
	due_at,
	outcome_of(starts_at, done_at, late_from, as_of, pending) as outcome
from (
	select
		stage_clock.*,
		case when working then working_due.due_at else after_seconds(starts_at, seconds) end as due_at,
		case
			when not working then after_seconds(starts_at, seconds)
			when working_due.due_at = closes_at then coalesce(opens_next, closes_at)
			else working_due.due_at
		end as late_from
	from stage_clock
	left join working_due using (row_id, stage)
);
