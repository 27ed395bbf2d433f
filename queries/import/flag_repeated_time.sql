-- Which rows carry a time that stands suspiciously often in its column (a default somebody's system
-- filled in)? A value is suspicious when it stands at least 20 times, in at least 0.5 % of the filled
-- rows and ten times as often as all but 1 % of the values, in a column that has times of day; a value
-- a person confirmed for this source stays so. Left out: columns of dates (nine in ten at midnight).
insert into flag
with value as (
	select
		line,
		columns(lambda name: name = getvariable('suspect')) as value
	from staged
	where problem is null
),
counted as (
	select
		value,
		wall_in(value, getvariable('forms')[getvariable('suspect')].zone) as wall,
		count(*) as n
	from value
	where value is not null
	group by value
),
column_shape as (
	select
		sum(n) as filled,
		sum(n) filter (where wall = date_trunc('day', wall)) as at_midnight,
		quantile_disc(n, 0.99) as usual
	from counted
),
named as (
	select
		value,
		n,
		'repeated_time:' || getvariable('suspect') || ':' || case
			when second(wall) = 0 then strftime(wall, '%Y-%m-%d %H:%M')
			else strftime(wall, '%Y-%m-%d %H:%M:%S')
		end as flag
	from counted
),
confirmed as (
	select flag
	from suspicion_event
	where source = getvariable('import').source
	group by flag
	having arg_max(confirmed, said_at)
)
select
	value.line,
	named.flag
from named
cross join column_shape
join value on value.value = named.value
where
	named.flag in (from confirmed)
	or (
		named.n >= 20
		and named.n >= 0.005 * column_shape.filled
		and named.n >= 10 * column_shape.usual
		and coalesce(column_shape.at_midnight, 0) < 0.9 * column_shape.filled
	);
