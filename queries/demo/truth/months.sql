-- What do the seasons do to each month? One row a month of the log, in order, cut to its days.
-- seasons: names of those with a day in the month or in the ten days before it (complaints follow orders
-- by one to ten days). Factors are planned, not measured: the month as expected against the same month
-- without any season, everything else alike. orders_factor, complaints_factor (all categories but
-- 物流配送), logistics_complaints_factor (物流配送), per_order_factor (all complaints per order),
-- waiting_factor (complaints against an ordinary day: queues, hence times of handling, grow with it).
with monthly as (
	select date_trunc('month', day)::date as month, min(day) as first_day, max(day) as last_day,
		sum(orders) / sum(plain_orders) as orders_factor,
		sum(complaints) / sum(plain_complaints) as complaints_factor,
		sum(complaints * logistics) / sum(plain_complaints) as logistics_complaints_factor,
		avg(load) as load
	from day cross join plan
	where day >= since
	group by all
),
share as (
	select sum(weight) filter (where category = '物流配送')::double / sum(weight) as logistics_share from category
)
select strftime(month, '%Y-%m') as month, first_day, last_day,
	(select coalesce(list(distinct name order by name), []) from season as s
		where s.first_day <= monthly.last_day and s.last_day >= monthly.first_day - 10) as seasons,
	round(orders_factor, 3) as orders_factor, round(complaints_factor, 3) as complaints_factor,
	round(logistics_complaints_factor, 3) as logistics_complaints_factor,
	round(((1 - logistics_share) * complaints_factor + logistics_share * logistics_complaints_factor)
		/ orders_factor, 3) as per_order_factor,
	round(load, 3) as waiting_factor
from monthly cross join share
order by month;
