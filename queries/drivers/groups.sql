-- Which values, and which pairs of values, made a measure change between the period and what it is held against?
-- Grain: one row for all cases (dimension null), one a value of a dimension (second null), one a pair of
-- values of two dimensions; blanks as null. $measure names what is measured of a case; cases it cannot be
-- told of are left out. For the period and the counterpart (the period compared with, or every case of the
-- period where a selection is held against the rest): cases, sum and sum of squares of the measured value,
-- in its own unit (1 a case for complaints and shares, score points, money). Pairs with fewer than 20 cases
-- in both together, or fewer than one case in 1,000, are left out, and pairs one of whose values lies
-- inside the other by its nature (a city and its region).
with cases_measured as (
	select
		*,
		measured_value(
			$measure, satisfaction, reopens_told(received_day, reopened_count), finding, cost,
			(select quantile_of(cost, 0.9) from selection), resolved_outcome
		) as measured
	from (
		select true as is_now, * from selection
		union all
		select false as is_now, * from selection_before
		union all
		select false as is_now, * from selection_against
	)
),
told as (
	select * from cases_measured where measured is not null
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
		count(*) filter (where is_now) as cases,
		coalesce(sum(measured) filter (where is_now), 0)::double as total,
		coalesce(sum(measured * measured) filter (where is_now), 0)::double as squares,
		count(*) filter (where not is_now) as cases_before,
		coalesce(sum(measured) filter (where not is_now), 0)::double as total_before,
		coalesce(sum(measured * measured) filter (where not is_now), 0)::double as squares_before
	from told
	group by grouping sets (
		(), (channel), (category), (subcategory), (nature), (priority), (severity), (department), (team), (agent),
		(product), (product_category), (shop), (region), (city), (customer_type), (track), (channel, category),
		(channel, subcategory), (channel, nature), (channel, priority), (channel, severity), (channel, department),
		(channel, team), (channel, agent), (channel, product), (channel, product_category), (channel, shop),
		(channel, region), (channel, city), (channel, customer_type), (channel, track), (category, nature),
		(category, priority), (category, severity), (category, department), (category, team), (category, agent),
		(category, product), (category, product_category), (category, shop), (category, region), (category, city),
		(category, customer_type), (category, track), (subcategory, nature), (subcategory, priority),
		(subcategory, severity), (subcategory, department), (subcategory, team), (subcategory, agent),
		(subcategory, product), (subcategory, product_category), (subcategory, shop), (subcategory, region),
		(subcategory, city), (subcategory, customer_type), (subcategory, track), (nature, priority),
		(nature, severity), (nature, department), (nature, team), (nature, agent), (nature, product),
		(nature, product_category), (nature, shop), (nature, region), (nature, city), (nature, customer_type),
		(nature, track), (priority, severity), (priority, department), (priority, team), (priority, agent),
		(priority, product), (priority, product_category), (priority, shop), (priority, region), (priority, city),
		(priority, customer_type), (priority, track), (severity, department), (severity, team), (severity, agent),
		(severity, product), (severity, product_category), (severity, shop), (severity, region), (severity, city),
		(severity, customer_type), (severity, track), (department, team), (department, agent),
		(department, product), (department, product_category), (department, shop), (department, region),
		(department, city), (department, customer_type), (department, track), (team, product),
		(team, product_category), (team, shop), (team, region), (team, city), (team, customer_type), (team, track),
		(agent, product), (agent, product_category), (agent, shop), (agent, region), (agent, city),
		(agent, customer_type), (agent, track), (product, shop), (product, region), (product, city),
		(product, customer_type), (product, track), (product_category, shop), (product_category, region),
		(product_category, city), (product_category, customer_type), (product_category, track), (shop, region),
		(shop, city), (shop, customer_type), (shop, track), (region, customer_type), (region, track),
		(city, customer_type), (city, track), (customer_type, track)
	)
	having
		len(dimensions) < 2
		or count(*) >= greatest(20, (select count(*) from told) / 1000)
)
select
	dimensions[1] as dimension,
	grouped_value(
		dimensions[1], channel, category, subcategory, nature, priority, severity, department, team, agent,
		product, product_category, shop, region, city, customer_type, track
	) as value,
	dimensions[2] as second,
	grouped_value(
		dimensions[2], channel, category, subcategory, nature, priority, severity, department, team, agent,
		product, product_category, shop, region, city, customer_type, track
	) as second_value,
	cases::double as cases,
	total,
	squares,
	cases_before::double as cases_before,
	total_before,
	squares_before
from grouped
order by dimension nulls first, second nulls first, cases + cases_before desc, value, second_value;
