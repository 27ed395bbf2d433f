-- How many orders stand behind the complaints of both periods?
-- Grain: one row for all orders (dimension and week null), one a week (its Monday), one a shop, one a
-- product category; orders of the period and of the one compared with, and how many days of each they cover.
with both_spans as (
	select true as is_now, day, shop, product_category, orders from order_selection
	union all
	select false as is_now, day, shop, product_category, orders from order_selection_before
),
dated as (
	select *, date_trunc('week', day)::date as week from both_spans
)
select
	case
		when grouping(shop) = 0 then 'shop'
		when grouping(product_category) = 0 then 'product_category'
	end as dimension,
	case when grouping(shop) = 0 then shop when grouping(product_category) = 0 then product_category end as value,
	week,
	coalesce(sum(orders) filter (where is_now), 0)::double as orders,
	coalesce(sum(orders) filter (where not is_now), 0)::double as orders_before,
	(count(distinct day) filter (where is_now))::double as days_with_orders,
	(count(distinct day) filter (where not is_now))::double as days_with_orders_before
from dated
group by grouping sets ((), (week), (shop), (product_category))
order by dimension nulls first, week nulls first, value nulls last;
