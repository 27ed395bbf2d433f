-- Leaves out, or counts again, the durations of the cases that carry a suspicion,
-- by `set_confirmed`. $flag.
update complaint
set
	first_response_minutes = counted_minutes(
		received_at, first_response_at, given_first_response_minutes,
		rests_on(warnings, getvariable('confirmed'), ['received_at', 'first_response_at'])
	),
	resolution_minutes = counted_minutes(
		received_at, ended_at, given_resolution_minutes,
		rests_on(warnings, getvariable('confirmed'), ['received_at', 'resolved_at', 'closed_at'])
	),
	judged_as_of = null
where
	source = getvariable('import')['source']
	and list_contains(warnings, $flag);
