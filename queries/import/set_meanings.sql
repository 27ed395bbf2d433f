-- What the words of the source's status column stand for, as one session variable: folded word →
-- open, resolved, closed or withdrawn; empty when no mapping says. Of two loads the later one holds.
-- $meanings: JSON object of a load under way, which has no ledger entry yet; null when there is none.
set variable meanings = (
	with told as (
		select
			load_id,
			unnest(cast(mapping -> '$.columns' as json[])) as mapped
		from load
		where source = getvariable('import')['source'] and kind = 'cases' and undone_at is null
	),
	spoken as (
		select
			load_id,
			mapped -> '$.form.meanings' as words
		from told
		where mapped ->> '$.target' = 'status'
		union all
		select
			2147483647,
			$meanings::json
	),
	word as (
		select
			load_id,
			unnest(map_entries(cast(words as map(varchar, varchar)))) as entry
		from spoken
		where words is not null
	),
	latest as (
		select
			entry.key as word,
			arg_max(entry.value, load_id) as meaning
		from word
		group by entry.key
	)
	select coalesce(map(list(word), list(meaning)), map([]::varchar[], []::varchar[]))
	from latest
);
