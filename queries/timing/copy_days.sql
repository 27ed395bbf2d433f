-- The cases of some days with their new timing, into the table built aside. $since, $until: half-open. Few
-- days at a time, one after the other, so that row groups can be skipped; sorting whole rows within them
-- would take longer than all else.
insert into complaint_next by name
select
	complaint.* exclude (
		first_response_working_minutes,
		resolution_working_minutes,
		registered_due_at,
		registered_outcome,
		first_response_due_at,
		first_response_outcome,
		dispatched_due_at,
		dispatched_outcome,
		accepted_due_at,
		accepted_outcome,
		investigated_due_at,
		investigated_outcome,
		proposed_due_at,
		proposed_outcome,
		communicated_due_at,
		communicated_outcome,
		resolved_due_at,
		resolved_outcome,
		closed_due_at,
		closed_outcome,
		followed_up_due_at,
		followed_up_outcome,
		judged_as_of
	),
	timed.* exclude (row_id)
from complaint
join timed on timed.row_id = complaint.rowid
where received_day >= $since::date and received_day < $until::date;
