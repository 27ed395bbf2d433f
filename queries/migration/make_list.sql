-- Keeps which migrations a file has seen.
create table if not exists schema_migration (number integer, name varchar);
