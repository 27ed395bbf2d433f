-- How satisfied by small steps of waiting time?
-- Grain: one row a stratum and step that has a rated case: where satisfaction falls is looked for among
-- the ends of steps. Steps half-open, of minutes people would name; `below_minutes` null = no end.
-- Parameters: $clock first_response or resolution; $time wall (clock) or working; $stratum a dimension, or
-- none (stratum then null). Left out: unrated cases, and those without a time or with a negative one.
with edge (from_minutes) as (
	values
		(0), (1), (2), (3), (4), (5), (6), (8), (10), (12), (15), (20), (25), (30), (40), (50), (60), (90),
		(120), (150), (180), (210), (240), (300), (360), (420), (480), (540), (600), (720),
		(840), (960), (1200), (1440), (2160), (2880), (4320), (5760), (7200), (8640), (10080), (11520),
		(12960), (14400), (17280), (20160), (23040), (25920), (30240), (36000), (43200), (57600), (86400),
		(129600)
),
step as (
	select
		from_minutes::double as from_minutes,
		lead(from_minutes::double) over (order by from_minutes) as below_minutes
	from edge
),
timed as (
	select
		wait_of(
			$clock, $time, first_response_minutes, resolution_minutes, first_response_working_minutes,
			resolution_working_minutes
		) as minutes,
		satisfaction,
		case when $stratum <> 'none' then value_of(
			$stratum, channel, category, subcategory, nature, priority, severity, department, team, agent,
			product, product_category, shop, region, city, customer_type, status, track, finding, resolution,
			customer_answer
		) end as stratum
	from selection
	where satisfaction is not null
)
select
	stratum,
	from_minutes,
	below_minutes,
	rated(satisfaction) as rated,
	satisfied(satisfaction) as satisfied,
	avg(minutes) as minutes_mean
from timed
asof join step
	on timed.minutes >= step.from_minutes
group by stratum, from_minutes, below_minutes
order by stratum nulls last, from_minutes;
