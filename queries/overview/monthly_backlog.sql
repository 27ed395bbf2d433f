-- How many cases were open at the end of each month?
-- Grain: one row a month from the first receipt to the as-of day (the running month ends there).
-- Received so far less ended so far; only cases whose end the log tells, or that it calls open. An end
-- before receipt counts in the month of receipt: such a case was never open, as in backlog.sql. All cases
-- of a log leave with the month at whose end it says nothing any more (`told_until`).
with told as (
	select
		received_month,
		least(
			ended_day,
			case when told_until < as_of_day() then told_until + 1 end
		) as left_day,
		received_day
	from selection_ever
	left join told_until() using (source)
	where ended_day is not null or state = 'open'
),
dated as (
	select
		received_month,
		date_trunc('month', greatest(left_day, case when left_day is not null then received_day end))::date
			as left_month
	from told
),
received as (
	select received_month as month, count(*) as came from dated group by received_month
),
gone as (
	select left_month as month, count(*) as went
	from dated
	where left_month is not null
	group by left_month
)
select
	month,
	(sum(coalesce(came, 0) - coalesce(went, 0)) over (order by month))::double as open_cases
from received
full join gone using (month)
where month <= as_of_day()
order by month;
