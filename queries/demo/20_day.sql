-- How many orders and complaints does each day expect? One row a day, from 12 days before the log.
-- Columns: orders (relative, 1 = an ordinary day at the start), complaints (relative), logistics
-- (factor on delivery complaints), load (complaints against the year's level: queues grow with it);
-- plain_orders and plain_complaints: what they would be without any season.
-- Complaints follow orders by one to ten days; orders grow by 12 % a year.

create table day as
with every as (select unnest(range(since - 12, until, interval 1 day))::date as day from plan),
factor as (
	select every.day, coalesce(product(s.orders), 1) as orders, coalesce(max(s.logistics), 1) as logistics,
		coalesce(product(s.intake), 1) as intake
	from every left join season as s on every.day between s.first_day and s.last_day
	group by every.day
),
ordered as (
	select factor.day, logistics, intake,
		power(1.12, date_diff('day', plan.since, factor.day) / 365.25) as growth,
		growth * orders
			* [0.96, 0.95, 0.96, 0.98, 1.03, 1.09, 1.03][isodow(factor.day)]
			* (1 + 0.05 * cos(2 * pi() * (dayofyear(factor.day) - 340) / 365.25))
			* exp(0.03 * normal(-5000 - date_diff('day', plan.since, factor.day), 95)) as orders,
		factor.orders as season_orders
	from factor, plan
),
lagged as (
	select d.day, sum(o.orders * [6, 12, 16, 16, 14, 11, 9, 7, 5, 4][date_diff('day', o.day, d.day)]) / 100
		as followed,
		sum(o.orders / o.season_orders
			* [6, 12, 16, 16, 14, 11, 9, 7, 5, 4][date_diff('day', o.day, d.day)]) / 100 as plain_followed
	from ordered as d join ordered as o on o.day between d.day - 10 and d.day - 1
	group by d.day
)
select day, orders, logistics, followed / growth as load,
	coalesce(followed, orders) * intake
		* [1.14, 1.08, 1.04, 1.02, 1.0, 0.88, 0.84][isodow(day)]
		* exp(0.05 * normal(-9000 - date_diff('day', plan.since, day), 97)) as complaints,
	orders / season_orders as plain_orders,
	complaints * coalesce(plain_followed, orders / season_orders) / coalesce(followed, orders) / intake
		as plain_complaints
from ordered left join lagged using (day), plan
order by day;
