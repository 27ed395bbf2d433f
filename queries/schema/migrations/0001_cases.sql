-- Cases, orders, loads and sources, as the first release laid them down.
-- Instants are UTC; *_day, *_week, *_month are days of the business zone, stored because grouping by
-- a stored key scans five times faster than truncating a timestamp.

create sequence load_number;

-- One row per load: the import ledger. rows_read = loaded + updated + unchanged + quarantined.
create table load (
	load_id integer primary key,
	kind varchar not null,               -- 'cases' | 'orders'
	source varchar not null,
	file varchar not null,
	hash varchar not null,               -- SHA-256 of the file as it came, hex
	bytes bigint not null,
	encoding varchar not null,
	mapping json not null,
	columns varchar[] not null,          -- case fields this load speaks of
	rows_read bigint not null,
	loaded bigint not null,
	updated bigint not null,
	unchanged bigint not null,
	quarantined bigint not null,
	warnings json not null,              -- [{code, column, count, …}]
	first_received timestamp,
	last_instant timestamp,              -- latest timestamp in the file: the source's as-of by default
	loaded_by varchar not null,
	loaded_at timestamp not null,
	undone_by varchar,
	undone_at timestamp
);

-- Where cases come from and the instant up to which the log tells about them.
create table source (
	source varchar primary key,
	demo boolean not null default false,
	zone varchar not null,               -- zone in which the log's times are written
	as_of timestamp,                     -- UTC
	as_of_confirmed boolean not null default false
);

-- Mappings people confirmed, recognised again by the fingerprint of the header.
create table saved_mapping (
	fingerprint varchar primary key,
	source varchar not null,
	mapping json not null,
	saved_by varchar not null,
	saved_at timestamp not null
);

-- One row per case: the values shown now. Rows are written sorted by received_at.
create table complaint (
	source varchar not null,
	case_no varchar not null,
	load_id integer not null,            -- the last load that changed the row
	file_line bigint,                    -- line of that load's file
	order_no varchar,
	received_at timestamp not null,
	registered_at timestamp,
	first_response_at timestamp,
	dispatched_at timestamp,
	accepted_at timestamp,
	investigated_at timestamp,
	proposed_at timestamp,
	communicated_at timestamp,
	resolved_at timestamp,
	closed_at timestamp,
	followed_up_at timestamp,
	received_day date not null,
	received_week date not null,         -- Monday
	received_month date not null,        -- first day
	ended_at timestamp,                  -- resolved, else closed
	ended_day date,
	state varchar not null,              -- 'resolved' | 'open' | 'time_missing' | 'unknown'
	first_response_minutes double,       -- wall clock; null when missing, negative or set aside
	resolution_minutes double,           -- wall clock, received to ended
	channel varchar,
	category varchar,
	subcategory varchar,
	nature varchar,
	priority varchar,
	severity varchar,
	department varchar,
	team varchar,
	agent varchar,
	product varchar,
	product_category varchar,
	shop varchar,
	region varchar,
	city varchar,
	customer varchar,                    -- keyed hash, never the person
	customer_type varchar,
	status varchar,
	track varchar,
	finding varchar,
	resolution varchar,
	customer_answer varchar,
	admissible boolean,
	evidence varchar,
	reopened_count integer,
	escalated boolean,
	amount double,
	cost double,
	handling_minutes double,
	satisfaction tinyint,                -- 1–5
	satisfaction_timeliness tinyint,
	satisfaction_solution tinyint,
	satisfaction_openness tinyint,
	satisfaction_follow_up tinyint,
	nps tinyint,                         -- 0–10
	narrative varchar,
	extra json,                          -- further columns of the log, as they came
	warnings varchar[],                  -- codes of what is suspicious about the row, null when nothing
	completeness double                  -- share of the key record fields that are filled, 0–1
);

-- What each load said of a case, kept only for cases that more than one load speaks of. The case
-- shown is the fold of these in order of load; undoing a load folds again without it.
create table complaint_version (
	source varchar not null,
	case_no varchar not null,
	load_id integer not null,
	file_line bigint,
	given json not null                  -- the fields that load's columns gave, blanks as null
);

-- Contact data, the only place that holds it; key = complaint.customer.
create table person_detail (
	customer varchar not null,
	source varchar not null,
	load_id integer not null,
	customer_name varchar,
	customer_phone varchar,
	customer_email varchar,
	customer_address varchar
);

-- Rows that could not be loaded, exactly as they came.
create table quarantine (
	load_id integer not null,
	file_line bigint not null,
	column_name varchar,
	reason varchar not null,
	value varchar,
	raw varchar not null
);

-- Orders of a day, shop and product category: the denominator of the complaint rate.
create table orders (
	source varchar not null,
	day date not null,
	month date not null,
	shop varchar,
	product_category varchar,
	orders bigint not null,
	load_id integer not null
);

-- Every change of what questions can see raises the version; answers are cached under it.
create table data_version (version bigint not null);
insert into data_version values (1);
