-- How many orders stand behind each period's complaints?
-- Grain: one row a month, week from Monday, day, quarter or year ($step) with orders, over all days, of each month
-- those up to $to_day (31: all of them); by shop or product category where $dimension is one of them, else value is
-- null.
-- days_with_orders tells how much of the period the orders cover.
with valued as (
	select
		period_start($step, day, date_trunc('week', day)::date, month) as since,
		case $dimension when 'shop' then shop when 'product_category' then product_category end as value,
		day,
		orders
	from order_selection_ever
	where extract(day from day) <= $to_day::integer
)
select since, value, sum(orders)::double as orders, count(distinct day) as days_with_orders
from valued
group by since, value
order by since, value nulls last;
