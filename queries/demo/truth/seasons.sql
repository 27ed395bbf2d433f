-- Which seasons are in the log? One row a season and year: first and last day (both included), daily
-- orders and complaints in it against the ordinary days (of no season) within 90 days around it.
-- The spells of a season are joined to one, cut to the days of the log. months: those it has days in.
with joined as (
	select name, min(first_day) as first_day, max(last_day) as last_day
	from season
	group by name, case when name = '春节' then year(first_day + 60) else year(first_day) end
),
daily as (
	select day, sum(orders) as orders, coalesce(any_value(complaints), 0) as complaints,
		exists (from season as s where order_day.day between s.first_day and s.last_day) as special
	from order_day left join (select day, count(*) as complaints from outcome group by day) using (day)
	group by day
)
select name, greatest(j.first_day, any_value(plan.since)) as first_day,
	least(j.last_day, any_value(plan.until) - 1) as last_day,
	list_transform(
		range(date_trunc('month', greatest(j.first_day, any_value(plan.since)))::timestamp,
			least(j.last_day, any_value(plan.until) - 1)::timestamp + interval 1 second, interval 1 month),
		lambda month: strftime(month, '%Y-%m')) as months,
	round(avg(d.orders) filter (where d.day between j.first_day and j.last_day)
		/ avg(d.orders) filter (where not special), 3) as orders_factor,
	round(max(d.orders) filter (where d.day between j.first_day and j.last_day)
		/ avg(d.orders) filter (where not special), 3) as peak_orders_factor,
	round(avg(d.complaints) filter (where d.day between j.first_day and j.last_day)
		/ avg(d.complaints) filter (where not special), 3) as complaints_factor
from joined as j
join daily as d on d.day between j.first_day - 90 and j.last_day + 90
cross join plan
where j.last_day >= plan.since and j.first_day < plan.until
group by name, j.first_day, j.last_day
order by first_day;
