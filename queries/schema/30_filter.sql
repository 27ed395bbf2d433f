-- How a view reads one key of a named filter; a key that is absent is null. The filter stays JSON text:
-- planning folds some 120 of these a query, and folding them out of a struct of all filters took 92 ms a
-- query, out of the text 7.
create or replace macro day_in(f, name) as (f ->> name)::date;
create or replace macro number_in(f, name) as (f ->> name)::double;
create or replace macro text_in(f, name) as f ->> name;
create or replace macro texts_in(f, name) as (f -> name)::varchar[];
create or replace macro numbers_in(f, name) as (f -> name)::integer[];
create or replace macro integers_in(f, name) as (f -> name)::bigint[];
