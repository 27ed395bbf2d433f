-- How do complaints and orders spread over the week? One row a weekday, 1 = Monday; 1.0 = average.
with counted as (
	select isodow(day) as weekday, count(*) as complaints from outcome group by 1
),
ordered as (
	select isodow(day) as weekday, sum(orders) as orders from order_day group by 1
)
select weekday, round(complaints * 7.0 / sum(complaints) over (), 3) as complaints_factor,
	round(orders * 7.0 / sum(orders) over (), 3) as orders_factor
from counted join ordered using (weekday)
order by weekday;
