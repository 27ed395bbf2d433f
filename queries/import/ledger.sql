-- Every load, the latest first. Grain: one row a load; instants UTC.
-- $load_id: one load, or null for all.
select
	load_id,
	kind,
	source,
	file,
	hash,
	bytes::double as bytes,
	encoding,
	zone,
	mapping::varchar as mapping,
	columns,
	header,
	rows_read::double as rows_read,
	loaded::double as loaded,
	updated::double as updated,
	unchanged::double as unchanged,
	quarantined::double as quarantined,
	warnings::varchar as warnings,
	first_received,
	coalesce(as_of, last_instant) as as_of,
	coalesce(demo, false) as demo,
	loaded_by,
	loaded_name,
	loaded_assurance,
	loaded_at,
	undone_by,
	undone_name,
	undone_assurance,
	undone_at
from load
where $load_id::integer is null or load_id = $load_id
order by load_id desc;
