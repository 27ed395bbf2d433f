-- How many cases of a named filter are still unresolved after so many minutes, open ones counted as
-- still running? Kaplan–Meier over the cohort of receipt: resolved cases end at their resolution time,
-- open ones are censored at their age at the source's as-of instant. Grain: one row a group and time;
-- `month` groups by month of receipt where `by_month` asks for it, else it is null. Minutes, wall clock.
-- Left out: closed cases without an end time, cases whose end lies before receipt, and logs that say
-- nothing about ends. The same curve in TypeScript: src/lib/statistics/survival/kaplan-meier.ts.
create or replace macro resolution_curve(f, by_month) as table
with aged as (
	select
		case when by_month then received_month end as month,
		coalesce(resolution_minutes, minutes_between(received_at, as_of)) as minutes,
		resolution_minutes is not null as ended
	from cases_within(f)
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
	select *, sum(leaving) over (partition by month order by minutes desc) as at_risk
	from ends
)
select
	month,
	minutes,
	ended,
	leaving - ended as still_open,
	-- ln(0) where the last case at risk ends: the curve is then at nothing.
	exp(sum(case when ended < at_risk then ln(1 - ended / at_risk) else -1e9 end)
		over (partition by month order by minutes)) as surviving
from at_risk;

-- The time by which a share of the cases is resolved; null where the curve does not reach it.
create or replace macro resolved_by(share, minutes, surviving) as
	min(minutes) filter (where surviving <= 1 - share + 1e-12);
