-- Which days are out of the ordinary, and by how much? One row a spell of days.
-- Columns: name, first_day, last_day (both included), orders and logistics: factors on the day's
-- orders and on complaints about deliveries; intake: factor on complaints handed in that day.
-- Campaigns follow the calendar of 2022-2025; lunar new year's days are the astronomical ones.

create table lunar_new_year as
from (values (date '2023-01-22'), (date '2024-02-10'), (date '2025-01-29')) as t(day);

create table season as
with year(y) as (from (values (2022), (2023), (2024), (2025))),
campaign as (
	select c.name, make_date(y, c.m1, c.d1) as first_day, make_date(y, c.m2, c.d2) as last_day,
		c.orders, c.logistics, c.intake
	from year cross join (values
		('38节', 3, 6, 3, 8, 1.3, 1.0, 1.0),
		('618', 6, 1, 6, 14, 1.35, 1.1, 1.0),
		('618', 6, 15, 6, 18, 2.4, 1.2, 1.0),
		('618', 6, 19, 6, 28, 0.95, 1.35, 1.05),
		('双11', 10, 20, 10, 31, 1.25, 1.05, 1.0),
		('双11', 11, 1, 11, 3, 1.9, 1.15, 1.0),
		('双11', 11, 4, 11, 9, 1.3, 1.2, 1.0),
		('双11', 11, 10, 11, 12, 2.8, 1.3, 1.05),
		('双11', 11, 13, 11, 25, 0.9, 1.4, 1.1),
		('双12', 12, 10, 12, 12, 1.45, 1.1, 1.0)
	) as c(name, m1, d1, m2, d2, orders, logistics, intake)
),
spring as (
	select '春节' as name, day + a as first_day, day + b as last_day, orders, logistics, intake
	from lunar_new_year cross join (values
		(-24, -9, 1.2, 1.1, 1.0),
		(-8, -1, 0.55, 1.5, 0.95),
		(0, 6, 0.35, 1.6, 0.6),
		(7, 14, 0.75, 1.4, 1.2)
	) as s(a, b, orders, logistics, intake)
)
from campaign union all from spring
order by first_day, name;
