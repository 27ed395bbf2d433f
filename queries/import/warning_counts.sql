-- How many cases of a load carry which suspicion now? Grain: one row a load and flag.
-- $load_id: one load, or null for all. cases: what a filter by load and flag opens.
select
	load_id,
	flag,
	count(*)::double as cases
from (
	select
		load_id,
		unnest(warnings) as flag
	from complaint
	where
		warnings is not null
		and ($load_id::integer is null or load_id = $load_id)
)
group by load_id, flag
order by load_id, flag;
