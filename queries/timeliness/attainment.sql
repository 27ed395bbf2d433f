-- How many cases kept the limit of each stage, by month of receipt? Grain: one row a month, stage with
-- any limited case. The stage own_target is the resolution by the target date the log itself carries.
-- met and breached: done in or after the limit; open_late: not done, limit passed; not_due: limit not
-- passed by the as-of instant, done or not; no_time: the log has no time of the stage. judged: the
-- first three, those whose limit has passed; attainment is met / judged. Left out: cases and stages no limit holds for.
with alike as (
	select
		received_month as month,
		registered_outcome,
		first_response_outcome,
		dispatched_outcome,
		accepted_outcome,
		investigated_outcome,
		proposed_outcome,
		communicated_outcome,
		resolved_outcome,
		closed_outcome,
		followed_up_outcome,
		own_target_outcome(source, state, target_at, ended_at) as own_target_outcome,
		count(*) as cases
	from selection
	group by all
),
staged as (
	select
		month,
		cases,
		unnest([
			{stage: 'registered', outcome: registered_outcome},
			{stage: 'first_response', outcome: first_response_outcome},
			{stage: 'dispatched', outcome: dispatched_outcome},
			{stage: 'accepted', outcome: accepted_outcome},
			{stage: 'investigated', outcome: investigated_outcome},
			{stage: 'proposed', outcome: proposed_outcome},
			{stage: 'communicated', outcome: communicated_outcome},
			{stage: 'resolved', outcome: resolved_outcome},
			{stage: 'closed', outcome: closed_outcome},
			{stage: 'followed_up', outcome: followed_up_outcome},
			{stage: 'own_target', outcome: own_target_outcome}
		], recursive := true)
	from alike
)
select
	month,
	stage,
	coalesce(sum(cases) filter (where outcome = 'met'), 0)::double as met,
	coalesce(sum(cases) filter (where outcome = 'breached'), 0)::double as breached,
	coalesce(sum(cases) filter (where outcome = 'open_late'), 0)::double as open_late,
	coalesce(sum(cases) filter (where outcome in ('met', 'breached', 'open_late')), 0)::double as judged,
	coalesce(sum(cases) filter (where outcome = 'not_due'), 0)::double as not_due,
	coalesce(sum(cases) filter (where outcome = 'no_time'), 0)::double as no_time
from staged
where outcome is not null
group by month, stage
order by stage, month;
