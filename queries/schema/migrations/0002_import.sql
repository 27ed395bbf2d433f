-- What the import keeps beside the cases: what each load gave of a case, orders as given, and which
-- suspicions people confirmed.

-- Durations as the log gave them; the columns without `given_` are what measures count.
alter table complaint add column given_first_response_minutes double;
alter table complaint add column given_resolution_minutes double;

-- What each load said of a case, kept only for cases that more than one load speaks of, or one load
-- twice. The case shown is the fold of its rows in the order (load_id, file_line): a column a load
-- speaks of (`load.columns`) replaces what was there, with a blank too; other columns are kept.
drop table complaint_version;
create table complaint_version (
	source varchar not null,
	case_no varchar not null,
	load_id integer not null,
	file_line bigint not null,
	order_no varchar,
	received_at timestamp,
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
	first_response_minutes double,
	resolution_minutes double,
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
	customer varchar,
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
	satisfaction tinyint,
	satisfaction_timeliness tinyint,
	satisfaction_solution tinyint,
	satisfaction_openness tinyint,
	satisfaction_follow_up tinyint,
	nps tinyint,
	narrative varchar,
	extra json,                          -- further columns, blanks as null
	flags varchar[]                      -- suspicions about the row that rest on its file
);

-- Who loaded and undid, and what the load was told.
alter table load add column zone varchar;
alter table load add column as_of timestamp;             -- only when a person said so
alter table load add column demo boolean;
alter table load add column header varchar[];            -- column names of the file, in its order
alter table load add column loaded_name varchar;
alter table load add column loaded_assurance varchar;
alter table load add column undone_name varchar;
alter table load add column undone_assurance varchar;

-- Orders as each load gave them; `orders` holds, for each day, shop and category, the last of these.
create table orders_given (
	source varchar not null,
	load_id integer not null,
	day date not null,
	shop varchar,
	product_category varchar,
	orders bigint not null
);

-- Suspicions people confirmed: durations that rest on the field named in the flag are left out of
-- every measure, in this and every later load of the source. Append-only; the last word of a flag holds.
create table suspicion_event (
	source varchar not null,
	flag varchar not null,               -- code, code:field or code:field:value
	confirmed boolean not null,
	load_id integer not null,
	person varchar not null,
	person_name varchar not null,
	assurance varchar not null,
	said_at timestamp not null
);
