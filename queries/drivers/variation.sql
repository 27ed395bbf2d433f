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
		case
			when grouping(channel) = 0 then 'channel'
			when grouping(category) = 0 then 'category'
			when grouping(subcategory) = 0 then 'subcategory'
			when grouping(nature) = 0 then 'nature'
			when grouping(priority) = 0 then 'priority'
			when grouping(severity) = 0 then 'severity'
			when grouping(department) = 0 then 'department'
			when grouping(team) = 0 then 'team'
			when grouping(agent) = 0 then 'agent'
			when grouping(product) = 0 then 'product'
			when grouping(product_category) = 0 then 'product_category'
			when grouping(shop) = 0 then 'shop'
			when grouping(region) = 0 then 'region'
			when grouping(city) = 0 then 'city'
			when grouping(customer_type) = 0 then 'customer_type'
			when grouping(track) = 0 then 'track'
		end as dimension,
		case
			when grouping(channel) = 0 then channel
			when grouping(category) = 0 then category
			when grouping(subcategory) = 0 then subcategory
			when grouping(nature) = 0 then nature
			when grouping(priority) = 0 then priority
			when grouping(severity) = 0 then severity
			when grouping(department) = 0 then department
			when grouping(team) = 0 then team
			when grouping(agent) = 0 then agent
			when grouping(product) = 0 then product
			when grouping(product_category) = 0 then product_category
			when grouping(shop) = 0 then shop
			when grouping(region) = 0 then region
			when grouping(city) = 0 then city
			when grouping(customer_type) = 0 then customer_type
			when grouping(track) = 0 then track
		end as value,
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
	dimension,
	value,
	step,
	cases::double as cases,
	total,
	squares
from grouped
qualify sum(cases) over (partition by dimension, value) >= 20
order by dimension nulls first, value nulls last, step;
