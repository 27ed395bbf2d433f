-- Writes the timing that was made.
update complaint
set
	first_response_working_minutes = timed.first_response_working_minutes,
	resolution_working_minutes = timed.resolution_working_minutes,
	registered_due_at = timed.registered_due_at,
	registered_outcome = timed.registered_outcome,
	first_response_due_at = timed.first_response_due_at,
	first_response_outcome = timed.first_response_outcome,
	dispatched_due_at = timed.dispatched_due_at,
	dispatched_outcome = timed.dispatched_outcome,
	accepted_due_at = timed.accepted_due_at,
	accepted_outcome = timed.accepted_outcome,
	investigated_due_at = timed.investigated_due_at,
	investigated_outcome = timed.investigated_outcome,
	proposed_due_at = timed.proposed_due_at,
	proposed_outcome = timed.proposed_outcome,
	communicated_due_at = timed.communicated_due_at,
	communicated_outcome = timed.communicated_outcome,
	resolved_due_at = timed.resolved_due_at,
	resolved_outcome = timed.resolved_outcome,
	closed_due_at = timed.closed_due_at,
	closed_outcome = timed.closed_outcome,
	followed_up_due_at = timed.followed_up_due_at,
	followed_up_outcome = timed.followed_up_outcome,
	judged_as_of = timed.judged_as_of
from timed
where complaint.rowid = timed.row_id;
