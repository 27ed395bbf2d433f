-- How many cases of an own measure does each period bring, and how many of its numerator?
-- Grain: one row a month, week from Monday, day, quarter or year of receipt ($step; 'all': all days together, since
-- then says nothing) and value of $dimension ('none': one row a period, value null), over all days of the log.
-- `basis`: cases the measure looks at, the filter `ever`; of a share or ratio the denominator. `part`: cases of
-- its numerator, the filter `part`. Nothing is left out.
-- The share, rate or ratio and its interval are made in src/lib/measures/own-values.ts.
with listed as (
	select *, 1 as basis, 0 as part from selection_ever
	union all
	select *, 0 as basis, 1 as part from selection_part
),
valued as (
	select
		period_start($step, received_day, received_week, received_month) as since,
		value_of(
			$dimension, channel, category, subcategory, nature, priority, severity, department, team, agent,
			product, product_category, shop, region, city, customer_type, status, track, finding, resolution,
			customer_answer
		) as value,
		basis,
		part
	from listed
)
select since, value, sum(basis)::double as basis, sum(part)::double as part
from valued
group by since, value
order by since, value nulls last;
