-- How much working time lay before the first response and the resolution, by the calendar of the source?
-- Grain: one row a case that has one of them. Minutes.
create or replace temp table worked as
with moment as (
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
counted as (
	select
		row_id,
		moment,
		worked_until(instant, opens_at, closes_at, worked_before) as seconds
	from (
		select moment.*, calendar
		from moment
		join source_arranged(getvariable('timing')['generation']) using (source)
	) as moment
	asof join segment_arranged(getvariable('timing')['generation']) as segment
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
