-- How many cases were open at the end of each month?
-- Grain: one row a month from the first receipt to the as-of day (the running month ends there).
-- Received so far less ended so far; only cases whose end the log tells, or that it calls open. An end
-- before receipt counts in the month of receipt: such a case was never open, as in backlog.sql.
with told as (
	select
		received_month,
		date_trunc('month', case when ended_day < received_day then received_day else ended_day end)::date
			as ended_month
	from selection_ever
	where ended_day is not null or state = 'open'
),
received as (
	select received_month as month, count(*) as came from told group by received_month
),
ended as (
	select ended_month as month, count(*) as went
	from told
	where ended_month is not null
	group by ended_month
)
select
	month,
	(sum(coalesce(came, 0) - coalesce(went, 0)) over (order by month))::double as open_cases
from received
full join ended using (month)
where month <= as_of_day()
order by month;
