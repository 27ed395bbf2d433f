-- Each event carries the hash of the one before and its own: one that is changed, moved or taken out
-- breaks the chain there. Events of before get theirs when the record is opened (record/chain.ts).
alter table event add column previous_hash varchar;   -- hex; '' of the first
alter table event add column hash varchar;            -- sha256, hex
