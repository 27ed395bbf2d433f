-- Leaves out, or counts again, the durations of the cases that carry a suspicion. $flag.
with confirmed as (
	select list(flag) as flags
	from (
		select flag
		from suspicion_event
		where source = getvariable('import')['source']
		group by flag
		having arg_max(confirmed, said_at)
	)
)
update complaint
set
	first_response_minutes = counted_minutes(
		received_at, first_response_at, given_first_response_minutes,
		rests_on(warnings, confirmed.flags, ['received_at', 'first_response_at'])
	),
	resolution_minutes = counted_minutes(
		received_at, ended_at, given_resolution_minutes,
		rests_on(warnings, confirmed.flags, ['received_at', 'resolved_at', 'closed_at'])
	)
from confirmed
where
	source = getvariable('import')['source']
	and list_contains(warnings, $flag);
