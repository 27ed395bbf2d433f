-- Marks a load as undone; its ledger entry and the rows it set aside stay.
-- $load_id, $person, $name, $assurance, $at (UTC).
update load
set
	undone_by = $person,
	undone_name = $name,
	undone_assurance = $assurance,
	undone_at = $at::timestamp
where load_id = $load_id;
