-- How satisfied, and how many rated at all, by how long the customer waited?
-- Grain: one row a band of waiting time and stratum that has a case; bands half-open, minutes,
-- `below_minutes` null = no end. Parameters: $clock first_response or resolution; $time wall (clock) or
-- working; $scale minutes, or days for logs that know days only; $stratum a dimension, or none (stratum
-- then null, one row a band). Cases without a time, or whose time is negative, are left out; unrated ones
-- count in `cases` alone.
with edge (clock, scale, from_minutes, below_minutes) as (
	values
		('first_response', 'minutes', 0, 5),
		('first_response', 'minutes', 5, 15),
		('first_response', 'minutes', 15, 30),
		('first_response', 'minutes', 30, 60),
		('first_response', 'minutes', 60, 120),
		('first_response', 'minutes', 120, 240),
		('first_response', 'minutes', 240, 480),
		('first_response', 'minutes', 480, 1440),
		('first_response', 'minutes', 1440, null),
		('resolution', 'minutes', 0, 60),
		('resolution', 'minutes', 60, 240),
		('resolution', 'minutes', 240, 480),
		('resolution', 'minutes', 480, 1440),
		('resolution', 'minutes', 1440, 2880),
		('resolution', 'minutes', 2880, 4320),
		('resolution', 'minutes', 4320, 10080),
		('resolution', 'minutes', 10080, 21600),
		('resolution', 'minutes', 21600, null),
		('either', 'days', 0, 1440),
		('either', 'days', 1440, 2880),
		('either', 'days', 2880, 4320),
		('either', 'days', 4320, 5760),
		('either', 'days', 5760, 8640),
		('either', 'days', 8640, 11520),
		('either', 'days', 11520, 15840),
		('either', 'days', 15840, 23040),
		('either', 'days', 23040, 44640),
		('either', 'days', 44640, null)
),
band as (
	select from_minutes::double as from_minutes, below_minutes::double as below_minutes
	from edge
	where scale = $scale and clock = case $scale when 'days' then 'either' else $clock end
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
)
select
	stratum,
	from_minutes,
	below_minutes,
	cases() as cases,
	rated(satisfaction) as rated,
	satisfied(satisfaction) as satisfied,
	score_sum(satisfaction) as score_sum,
	score_square_sum(satisfaction) as score_square_sum
from timed
-- Tried case by case: as a join on two inequalities the engine sorts all cases first, in twice the time.
cross join band
where case
	when minutes >= from_minutes then minutes < coalesce(below_minutes, 'infinity'::double)
	else false
end
group by stratum, from_minutes, below_minutes
order by stratum nulls last, from_minutes;
