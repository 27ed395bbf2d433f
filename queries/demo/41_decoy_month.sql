-- Which month is the decoy? Of the months it may be, the one whose complaints per order are nearest to
-- those of all complete months: it looks bad in satisfaction and has nothing else to it, so that no run
-- of its chart of complaints happens to end in it.

alter table plan add column decoy_month date;

update plan set decoy_month = (
	with received as (
		select date_trunc('month', date '1970-01-01' + (received // 86400)::integer)::date as month,
			count(*) as complaints
		from outcome
		group by month
	),
	ordered as (
		select date_trunc('month', day)::date as month, sum(orders) as orders
		from order_day
		group by month
	),
	monthly as (
		select month, complaints / orders as rate, sum(complaints) over () / sum(orders) over () as usual
		from received join ordered using (month)
		where month >= date '2022-12-01' and month < date '2025-11-01'
	)
	select month
	from monthly
	where list_contains(plan.decoy_months, month)
	order by abs(rate - usual), month
	limit 1
);
