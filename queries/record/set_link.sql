-- Gives an event of before the chain its place in it. Grain: one row.
update event
set
	previous_hash = $previous_hash,
	hash = $hash
where number = $number::bigint;
