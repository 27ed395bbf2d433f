-- What was done about one subject, with each event's place in the chain, in order? Grain: one row an
-- event. body: the text as it was written, over which the hash was made.
select
	number::double as number,
	epoch_ms(happened_at)::double as happened_at,
	person_id,
	person_name,
	assurance,
	kind,
	subject,
	body::varchar as body,
	previous_hash,
	hash
from event
where subject = $subject
order by number;
