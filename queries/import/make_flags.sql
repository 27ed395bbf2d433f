-- Suspicions about rows of the file, one row a row and suspicion: code, code:field or
-- code:field:value. Nothing is left out because of one until a person confirms it.
create or replace temp table flag (line bigint, flag varchar);
