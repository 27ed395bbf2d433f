-- What was done, with the chain that holds it together, in order? Grain: one row an event; at most $most,
-- after number $after. body: the text as it was written, over which the hash was made.
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
where number > $after::bigint
order by number
limit $most::bigint;
