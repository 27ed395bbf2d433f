-- The human record: what people did, one row an act, never changed and never removed. State is read
-- from it; a later word on the same subject holds.
create sequence event_number;
create table event (
	number bigint primary key default nextval('event_number'),
	happened_at timestamp not null,      -- UTC
	person_id varchar not null,
	person_name varchar not null,
	assurance varchar not null,          -- 'declared' | 'authenticated'
	kind varchar not null,
	subject varchar not null,            -- what it is about, as the kind names it
	body json not null
);
