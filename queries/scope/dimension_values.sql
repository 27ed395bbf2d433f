-- Which values does a dimension have, and how many cases has each?
-- Grain: one row a value, the blank group as null; $dimension names the dimension; most cases first.
-- Counts follow every other choice of the filter; it is sent without the dimension's own.
with valued as (
	select value_of(
		$dimension, channel, category, subcategory, nature, priority, severity, department, team, agent,
		product, product_category, shop, region, city, customer_type, status, track, finding, resolution,
		customer_answer
	) as value
	from selection
)
select value, cases() as cases
from valued
group by value
order by cases desc, value nulls last;
