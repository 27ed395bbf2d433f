-- The timing of the cases asked for. Grain: one row a case of `case_to_time`.
create or replace temp table timed as
with by_case as (
	select
		row_id,
		max(due_at) filter (where stage = 'registered') as registered_due_at,
		max(outcome) filter (where stage = 'registered') as registered_outcome,
		max(due_at) filter (where stage = 'first_response') as first_response_due_at,
		max(outcome) filter (where stage = 'first_response') as first_response_outcome,
		max(due_at) filter (where stage = 'dispatched') as dispatched_due_at,
		max(outcome) filter (where stage = 'dispatched') as dispatched_outcome,
		max(due_at) filter (where stage = 'accepted') as accepted_due_at,
		max(outcome) filter (where stage = 'accepted') as accepted_outcome,
		max(due_at) filter (where stage = 'investigated') as investigated_due_at,
		max(outcome) filter (where stage = 'investigated') as investigated_outcome,
		max(due_at) filter (where stage = 'proposed') as proposed_due_at,
		max(outcome) filter (where stage = 'proposed') as proposed_outcome,
		max(due_at) filter (where stage = 'communicated') as communicated_due_at,
		max(outcome) filter (where stage = 'communicated') as communicated_outcome,
		max(due_at) filter (where stage = 'resolved') as resolved_due_at,
		max(outcome) filter (where stage = 'resolved') as resolved_outcome,
		max(due_at) filter (where stage = 'closed') as closed_due_at,
		max(outcome) filter (where stage = 'closed') as closed_outcome,
		max(due_at) filter (where stage = 'followed_up') as followed_up_due_at,
		max(outcome) filter (where stage = 'followed_up') as followed_up_outcome
	from stage_due
	group by row_id
)
select
	case_to_time.row_id,
	worked.first_response_working_minutes,
	worked.resolution_working_minutes,
	by_case.* exclude (row_id),
	coalesce(case_to_time.as_of, timestamp '1970-01-01') as judged_as_of
from case_to_time
left join by_case using (row_id)
left join worked using (row_id);
