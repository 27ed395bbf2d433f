-- Writes one act of a person. Grain: one row. $hash is made in the server (record/chain.ts) from the
-- other parameters.
insert into event (
	number, happened_at, person_id, person_name, assurance, kind, subject, body, previous_hash, hash
)
values (
	$number::bigint, epoch_ms($happened_at::bigint), $person_id, $person_name, $assurance, $kind, $subject,
	$body::json, $previous_hash, $hash
);
