-- How long did the cases of each month take to be resolved, open ones counted as still running?
-- Grain: one row a month of receipt. Kaplan–Meier median as in resolution.sql, null where it is not
-- reached; open_cases: censored cases of the month. Minutes, wall clock.
with aged as (
	select
		received_month as month,
		coalesce(resolution_minutes, minutes_between(received_at, as_of)) as minutes,
		resolution_minutes is not null as ended
	from selection_ever
	join source using (source)
	where
		resolution_minutes is not null
		or (state = 'open' and received_at <= as_of)
),
ends as (
	select month, minutes, count(*) filter (where ended) as ended, count(*) as leaving
	from aged
	group by month, minutes
),
at_risk as (
	select
		month,
		minutes,
		ended,
		leaving,
		sum(leaving) over (partition by month order by minutes desc) as at_risk
	from ends
),
curve as (
	select
		month,
		minutes,
		ended,
		leaving,
		exp(sum(case when ended < at_risk then ln(1 - ended / at_risk) else -1e9 end)
			over (partition by month order by minutes)) as surviving
	from at_risk
)
select
	month,
	sum(ended)::double as resolved,
	(sum(leaving) - sum(ended))::double as open_cases,
	min(minutes) filter (where surviving <= 0.5 + 1e-12) as resolution_median
from curve
group by month
order by month;
