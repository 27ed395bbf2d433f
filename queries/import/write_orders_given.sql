-- Keeps the orders of a load as it gave them, also those it does not change.
insert into orders_given (source, load_id, day, shop, product_category, orders)
select
	getvariable('import')['source'],
	getvariable('import')['load_id'],
	day,
	shop,
	product_category,
	sum(orders)::bigint
from order_fate
where fate <> 'quarantined' and not repeated
group by day, shop, product_category;
