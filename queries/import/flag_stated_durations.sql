-- In which rows does a duration the log states disagree with the one between its two times? A column is
-- held to be as exact as its values: whole days, tenths of a day, whole hours, tenths of an hour, else
-- minutes, whatever all of them are multiples of. They disagree when they lie further apart than one such
-- step and a minute, and a day more where one of the times is written to the day.
-- The suspect is the time of receipt: times are days in its zone.
-- Left out: rows that lack the stated duration or one of the times.
insert into flag
with compared as (
	select
		line,
		1 as duration,
		round(first_response_minutes, 2) as stated,
		received_at,
		first_response_at as happened
	from staged
	where problem is null and first_response_minutes is not null
	union all
	select
		line,
		2,
		round(resolution_minutes, 2),
		received_at,
		coalesce(resolved_at, closed_at)
	from staged
	where problem is null and resolution_minutes is not null
),
measured as (
	select
		*,
		wall_in(received_at, getvariable('forms')[getvariable('suspect')].zone) as received_wall,
		wall_in(happened, getvariable('forms')[getvariable('suspect')].zone) as happened_wall
	from compared
	where happened is not null
),
column_shape as (
	select
		duration,
		case
			when bool_and(stated % 1440 = 0) then 1440
			when bool_and(stated % 144 = 0) then 144
			when bool_and(stated % 60 = 0) then 60
			when bool_and(stated % 6 = 0) then 6
			else 1
		end as step_minutes,
		bool_and(received_wall = date_trunc('day', received_wall))
		or bool_and(happened_wall = date_trunc('day', happened_wall)) as to_the_day
	from measured
	group by duration
)
select distinct
	line,
	'stated_duration_differs'
from measured
join column_shape using (duration)
where
	abs(minutes_between(received_at, happened) - stated)
	> step_minutes + 1 + case when to_the_day then 1440 else 0 end;
