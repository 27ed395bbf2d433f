-- In which rows do day and month stand swapped, and which dates fall outside the range of the file?
-- Days after the 12th can only be read one way and give the range, in whole months (their outer 0.5 %
-- left aside). Dates up to the 12th are suspicious when at least a fifth of them falls outside it and,
-- swapped, hardly one in a hundred does. Needs 20 sure and 10 doubtful dates.
insert into flag
with dated as (
	select
		line,
		wall_in(value, getvariable('forms')[getvariable('suspect')].zone) as wall
	from (
		select
			line,
			columns(lambda name: name = getvariable('suspect')) as value
		from staged
		where problem is null
	)
	where value is not null
),
sure as (
	select
		n,
		date_trunc('month', range[1]) as low,
		date_trunc('month', range[2]) + interval 1 month as high
	from (
		select
			count(*) as n,
			quantile_disc(wall, [0.005, 0.995]) as range
		from dated
		where day(wall) > 12
	)
),
doubtful as (
	select
		line,
		wall >= sure.low and wall < sure.high as fits,
		make_timestamp(year(wall), day(wall), month(wall), 0, 0, 0) >= sure.low
		and make_timestamp(year(wall), day(wall), month(wall), 0, 0, 0) < sure.high as fits_swapped
	from dated
	cross join sure
	where day(wall) <= 12 and sure.n >= 20
),
suspicion as (
	select
		count(*) >= 10
		and count(*) filter (where not fits) >= 0.2 * count(*)
		and count(*) filter (where not fits_swapped) <= 0.01 * count(*) as holds
	from doubtful
)
select
	line,
	unnest(case
		when fits then ['day_month_swapped:' || getvariable('suspect')]
		else [
			'day_month_swapped:' || getvariable('suspect'),
			'out_of_range:' || getvariable('suspect')
		]
	end)
from doubtful
cross join suspicion
where suspicion.holds;
