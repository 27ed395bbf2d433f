-- How many cases are still unresolved after so much time, open ones counted as still running?
-- Kaplan–Meier over the cohort of receipt: open cases are censored at their age at the source's as-of
-- instant. Grain: one row a bin of time, twenty bins a power of ten, with the curve at the end of the bin.
-- $clock: 'wall' or 'working'. Minutes. log_variance: Greenwood's sum. half_minutes, nine_tenths_minutes: by
-- when half and nine tenths are resolved, the same in every row; null where the curve does not reach them.
-- Left out: closed cases without an end time, ends before receipt, logs that say nothing about ends.
with segment as (
	from segment_in_force
	where $clock = 'working'
),
still_open as (
	select received_at, as_of, calendar
	from selection
	join source_in_force using (source)
	where state = 'open' and resolution_minutes is null and received_at <= as_of
),
open_since as (
	select
		still_open.*,
		worked_until(received_at, opens_at, closes_at, worked_before) as worked_since
	from still_open
	asof left join segment
		on segment.calendar = still_open.calendar
		and still_open.received_at >= segment.opens_at
),
open_age as (
	select
		case
			when $clock = 'working'
				then (worked_until(as_of, opens_at, closes_at, worked_before) - worked_since) / 60
			else minutes_between(received_at, as_of)
		end as minutes
	from open_since
	asof left join segment
		on segment.calendar = open_since.calendar
		and open_since.as_of >= segment.opens_at
),
aged as (
	select
		case when $clock = 'working' then resolution_working_minutes else resolution_minutes end as minutes,
		true as ended
	from selection
	where resolution_minutes is not null
	union all
	select minutes, false
	from open_age
),
ends as (
	select minutes, count(*) filter (where ended) as ended, count(*) as leaving
	from aged
	where minutes is not null
	group by minutes
),
at_risk as (
	select *, sum(leaving) over (order by minutes desc) as at_risk
	from ends
),
curve as (
	select
		minutes,
		ended,
		leaving - ended as still_open,
		exp(sum(case when ended < at_risk then ln(1 - ended / at_risk) else -1e9 end)
			over (order by minutes)) as surviving,
		sum(case when ended < at_risk then ended / (at_risk * (at_risk - ended)) end)
			over (order by minutes) as log_variance
	from at_risk
)
select
	floor(20 * log10(greatest(minutes, 1))) as bin,
	max(minutes) as minutes,
	sum(ended)::double as ended,
	sum(still_open)::double as still_open,
	min(surviving) as surviving,
	max(log_variance) as log_variance,
	(select resolved_by(0.5, minutes, surviving) from curve) as half_minutes,
	(select resolved_by(0.9, minutes, surviving) from curve) as nine_tenths_minutes
from curve
group by bin
order by bin;
