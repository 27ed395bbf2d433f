-- Remembers what a person confirmed for files with this header.
-- $fingerprint, $source, $mapping (JSON), $person, $at (UTC).
insert into saved_mapping (fingerprint, source, mapping, saved_by, saved_at)
values ($fingerprint, $source, $mapping::json, $person, $at::timestamp)
on conflict (fingerprint) do update set
	source = excluded.source,
	mapping = excluded.mapping,
	saved_by = excluded.saved_by,
	saved_at = excluded.saved_at;
