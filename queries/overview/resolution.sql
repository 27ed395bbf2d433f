-- How long do cases received in the period take to be resolved, open ones counted as still running?
-- Grain: one row a span ('now', 'before'). Kaplan–Meier over the cohort of receipt: resolved cases end
-- at their resolution time, open ones are censored at their age at the source's as-of instant. A
-- quantile is null where the curve does not reach it. Minutes, wall clock.
-- Left out: closed cases without an end time, cases whose end lies before receipt, and logs that say
-- nothing about ends. The same curve in TypeScript: src/lib/statistics/survival/kaplan-meier.ts.
with both_spans as (
	select 'now' as span, * from selection
	union all
	select 'before' as span, * from selection_before
),
aged as (
	select
		span,
		coalesce(resolution_minutes, minutes_between(received_at, as_of)) as minutes,
		resolution_minutes is not null as ended
	from both_spans
	join source using (source)
	where
		resolution_minutes is not null
		or (state = 'open' and received_at <= as_of)
),
ends as (
	select span, minutes, count(*) filter (where ended) as ended, count(*) as leaving
	from aged
	group by span, minutes
),
at_risk as (
	select
		span,
		minutes,
		ended,
		sum(leaving) over (partition by span order by minutes desc) as at_risk
	from ends
),
curve as (
	select
		span,
		minutes,
		-- ln(0) where the last case at risk ends: the curve is then at nothing.
		exp(sum(case when ended < at_risk then ln(1 - ended / at_risk) else -1e9 end)
			over (partition by span order by minutes)) as surviving
	from at_risk
)
select
	span,
	(select count(*) from aged where aged.span = curve.span and ended) as resolved,
	(select count(*) from aged where aged.span = curve.span and not ended) as open_cases,
	min(minutes) filter (where surviving <= 0.5 + 1e-12) as resolution_median,
	min(minutes) filter (where surviving <= 0.1 + 1e-12) as resolution_p90
from curve
group by span
order by span desc;
