-- What was confirmed for files with this header? Grain: at most one row.
select
	source,
	mapping::varchar as mapping
from saved_mapping
where fingerprint = $fingerprint;
