-- How many migrations has this file seen? Grain: one row.
select coalesce(max(number), 0)::integer as applied from schema_migration;
