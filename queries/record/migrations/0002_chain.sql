-- Each event carries the hash of the one before and its own: one that is changed, moved or taken out
-- breaks the chain there. Events of before get theirs when the record is opened (record/chain.ts).
-- The table is made anew, its numbers given by whoever writes: DuckDB 1.5 cannot read the write-ahead
-- log of a process that was killed after `add column` to a table with a `nextval` default.
create temporary table earlier as
from event;
drop table event;
drop sequence event_number;
create table event (
	number bigint primary key,
	happened_at timestamp not null,      -- UTC
	person_id varchar not null,
	person_name varchar not null,
	assurance varchar not null,          -- 'declared' | 'authenticated'
	kind varchar not null,
	subject varchar not null,            -- what it is about, as the kind names it
	body json not null,
	previous_hash varchar,               -- hex; '' of the first
	hash varchar                         -- sha256, hex
);
insert into event by name
from earlier;
drop table earlier;
