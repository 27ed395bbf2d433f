-- What does the log itself say of its limits, beside what its dates say? Grain: one row.
-- targeted: cases with a target date of their own; flagged: with an on-time flag; judged: both, and an end
-- time; dates_met: of these, ended by the target; flag_met: flagged on time; contradicting: the flag says
-- otherwise than the dates. ours_met, ours_judged: the same cases by the policy in force, where its limit
-- has passed. A log that gives its targets as dates alone means the whole of the day.
with told as (
	select
		target_at,
		on_time,
		ended_at,
		resolved_outcome,
		kept_target(ended_at, target_at, own_by_date(source)) as met_by_dates
	from selection
)
select
	count(target_at)::double as targeted,
	count(on_time)::double as flagged,
	(count(*) filter (where met_by_dates is not null and on_time is not null))::double as judged,
	(count(*) filter (where met_by_dates and on_time is not null))::double as dates_met,
	(count(*) filter (where met_by_dates is not null and on_time))::double as flag_met,
	(count(*) filter (where met_by_dates <> on_time))::double as contradicting,
	(count(*) filter (
		where met_by_dates is not null and on_time is not null and resolved_outcome = 'met'
	))::double as ours_met,
	(count(*) filter (
		where met_by_dates is not null and on_time is not null
			and resolved_outcome in ('met', 'breached', 'open_late')
	))::double as ours_judged
from told;
