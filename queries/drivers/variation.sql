-- How much does a measure of each value vary from week to week where nothing changed?
-- Grain: one row a value of a dimension and week (with $step, a day) of the counterpart: the period
-- compared with, or every case of the period where a selection is held against the rest; blanks as null,
-- dimension null for all cases. cases, sum and sum of squares as in drivers/groups. Values with fewer
-- than 20 cases are left out: from them no variation can be told.
with told as (
	select
		*,
		case $step when 'day' then received_day else received_week end as step,
		measured_value(
			$measure, satisfaction, reopens_told(received_day, reopened_count), finding, cost,
			(select quantile_of(cost, 0.9) from selection), resolved_outcome
		) as measured
	from (
		from selection_before
		union all
		from selection_against
	)
),
grouped as (
	select
		grouped_by(
			grouping(channel), grouping(category), grouping(subcategory), grouping(nature),
			grouping(priority), grouping(severity), grouping(department), grouping(team),
			grouping(agent), grouping(product), grouping(product_category), grouping(shop),
			grouping(region), grouping(city), grouping(customer_type), grouping(track)
		) as dimensions,
		channel,
		category,
		subcategory,
		nature,
		priority,
		severity,
		department,
		team,
		agent,
		product,
		product_category,
		shop,
		region,
		city,
		customer_type,
		track,
		step,
		count(*) as cases,
		sum(measured)::double as total,
		sum(measured * measured)::double as squares
	from told
	where measured is not null
	group by grouping sets (
		(step),
		(channel, step), (category, step), (subcategory, step), (nature, step), (priority, step), (severity, step),
		(department, step), (team, step), (agent, step), (product, step), (product_category, step), (shop, step),
		(region, step), (city, step), (customer_type, step), (track, step)
	)
)
select
	dimensions[1] as dimension,
	grouped_value(
		dimensions[1], channel, category, subcategory, nature, priority, severity, department, team, agent,
		product, product_category, shop, region, city, customer_type, track
	) as value,
	step,
	cases::double as cases,
	total,
	squares
from grouped
qualify sum(cases) over (partition by dimension, value) >= 20
order by dimension nulls first, value nulls last, step;
