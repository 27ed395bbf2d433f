-- The store knows no case of this source: every case of the file is new.
create or replace temp table known (
	case_no varchar,
	load_id integer,
	file_line bigint,
	shown boolean,
	changes boolean,
	rewrite boolean
);
