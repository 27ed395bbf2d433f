-- How many orders did each month bring?
-- Grain: one row a month with orders; days_with_orders tells how much of the month the orders cover.
select
	month,
	sum(orders)::double as orders,
	count(distinct day) as days_with_orders
from order_selection_ever
group by month
order by month;
