-- Every case the filter means, for files.
-- Grain: one row a case, by receipt; minutes wall clock. Times of the stages are wall time of the
-- business zone $zone, as people write them.
select
	* replace (
		local_of(received_at, $zone) as received_at,
		local_of(registered_at, $zone) as registered_at,
		local_of(first_response_at, $zone) as first_response_at,
		local_of(dispatched_at, $zone) as dispatched_at,
		local_of(accepted_at, $zone) as accepted_at,
		local_of(investigated_at, $zone) as investigated_at,
		local_of(proposed_at, $zone) as proposed_at,
		local_of(communicated_at, $zone) as communicated_at,
		local_of(resolved_at, $zone) as resolved_at,
		local_of(closed_at, $zone) as closed_at,
		local_of(followed_up_at, $zone) as followed_up_at
	)
from selection
order by selection.received_at, source, case_no;
