-- How many orders did each shop have of each product category on each day? Eight complaints in a
-- thousand orders on average; days without an order are left out, as in a shop's own report.
-- Parameter: variable `rows`, the number of cases the log will have.

create table order_day as
with share as (
	select shop_id, goods_id, shop, product_category, weight / sum(weight) over () as share
	from shelf
),
expected as (
	select day.day, shop_id, goods_id, shop, product_category,
		getvariable('rows') / 0.008 * share
			* day.orders / (select sum(d.orders) from day as d, plan as p where d.day >= p.since) as orders,
		normal(-1000000 - date_diff('day', plan.since, day.day) * 200 - shop_id * 12 - goods_id, 98) as z
	from day cross join share cross join plan
	where day.day >= plan.since
)
select day, shop_id, goods_id, shop, product_category,
	greatest(0, round(orders + sqrt(orders) * z))::bigint as orders
from expected
where orders + sqrt(orders) * z >= 0.5
order by day, shop_id, goods_id;
