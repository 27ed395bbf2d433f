-- How many orders did each month bring?
-- Grain: one row a month with orders; orders_to_day: up to the as-of day's day of the month;
-- days_with_orders tells how much of the month the orders cover.
select
	month,
	sum(orders)::double as orders,
	coalesce(sum(orders) filter (where extract(day from day) <= extract(day from as_of_day())), 0)::double
		as orders_to_day,
	count(distinct day) as days_with_orders
from order_selection_ever
group by month
order by month;
