-- Corrections by people as they stand over the cases: what the human record says, and what the logs say
-- in its place. Made anew from the record after every load; never the only copy of anything.
create table correction (
	source varchar not null,
	case_no varchar not null,
	field varchar not null,
	value varchar,
	log_value varchar,                   -- the value of the logs under it
	number bigint not null               -- event of the human record
);
