-- The ledger entry of a load. $load: JSON object with the columns of `load`.
insert into load by name
select entry.*
from (
	select unnest([cast($load::json as struct(
		load_id integer,
		kind varchar,
		source varchar,
		file varchar,
		hash varchar,
		bytes bigint,
		encoding varchar,
		mapping json,
		columns varchar[],
		rows_read bigint,
		loaded bigint,
		updated bigint,
		unchanged bigint,
		quarantined bigint,
		warnings json,
		first_received timestamp,
		last_instant timestamp,
		loaded_by varchar,
		loaded_at timestamp,
		zone varchar,
		as_of timestamp,
		demo boolean,
		header varchar[],
		loaded_name varchar,
		loaded_assurance varchar
	))]) as entry
);
