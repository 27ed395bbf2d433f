-- How much working time lay before the first response and the resolution, by the calendar of the source?
-- Grain: one row a case that has one of them. Minutes.
create or replace temp table worked as
with calendar_of as (
	select
		known.source,
		coalesce(own.calendar, usual.calendar) as calendar
	from (select distinct source from case_to_time) as known
	left join timing_choice as own
		on own.generation = getvariable('timing')['generation']
		and own.source = known.source
	left join timing_choice as usual
		on usual.generation = getvariable('timing')['generation']
		and usual.source = ''
),
moment as (
	select row_id, 'received' as moment, source, received_at as instant
	from case_to_time
	where responded_at is not null or ended_at is not null
	union all
	select row_id, 'responded', source, responded_at
	from case_to_time
	where responded_at is not null
	union all
	select row_id, 'ended', source, ended_at
	from case_to_time
	where ended_at is not null
),
segment as (
	select calendar, opens_at, closes_at, worked_before
	from timing_segment
	where generation = getvariable('timing')['generation']
),
counted as (
	select
		row_id,
		moment,
		worked_until(instant, opens_at, closes_at, worked_before) as seconds
	from (
		select moment.*, calendar_of.calendar
		from moment
		join calendar_of using (source)
	) as moment
	asof join segment
		on segment.calendar = moment.calendar
		and moment.instant >= segment.opens_at
)
select
	row_id,
	(
		max(seconds) filter (where moment = 'responded')
		- max(seconds) filter (where moment = 'received')
	) / 60 as first_response_working_minutes,
	(
		max(seconds) filter (where moment = 'ended')
		- max(seconds) filter (where moment = 'received')
	) / 60 as resolution_working_minutes
from counted
group by row_id;
