-- For each day, shop and product category the orders of the last load that names it.
insert into orders (source, day, month, shop, product_category, orders, load_id)
select
	source,
	day,
	date_trunc('month', day)::date,
	shop,
	product_category,
	arg_max(orders, load_id),
	max(load_id)
from orders_given
where source = getvariable('import')['source']
group by source, day, shop, product_category
order by day;
