-- What the loads of a source tell of limits, beside their cases: judgements made before change with it.

-- What the words of a source's priorities stand for, as its mappings say; of two loads the later holds.
-- Grain: one row a source and word, folded.
create or replace view priority_meaning as
with word as (
	select
		source,
		load_id,
		unnest(map_entries(cast(mapped -> '$.form.meanings' as map(varchar, varchar)))) as entry
	from (
		select source, load_id, unnest(cast(mapping -> '$.columns' as json[])) as mapped
		from load
		where kind = 'cases' and undone_at is null
	)
	where
		(mapped ->> '$.target') = 'priority'
		and (mapped -> '$.form.meanings') is not null
)
select source, entry.key as word, arg_max(entry.value, load_id) as level
from word
group by source, entry.key;

-- Grain: one row a source and column that tells of a stage (word null), and one a word of its priorities.
create or replace view told_of_limits as
select distinct source, name, null::varchar as word, null::varchar as level
from (
	select source, unnest(columns) as name
	from load
	where kind = 'cases' and undone_at is null
)
where name like '%\_at' escape '\' or name in ('first_response_minutes', 'resolution_minutes')
union all
select source, 'priority' as name, word, level
from priority_meaning;
