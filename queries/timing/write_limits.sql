-- Lays out the limits. $limits: JSON list; since and until in milliseconds since 1970, null: without end.
insert into timing_limit by name
with limited as (
	select unnest(from_json(
		$limits::json,
		'[{
			"policy": "VARCHAR", "calendar": "VARCHAR", "stage": "VARCHAR", "starts": "VARCHAR",
			"rank": "INTEGER", "since": "DOUBLE", "until": "DOUBLE", "priority": ["VARCHAR"],
			"track": ["VARCHAR"], "category": ["VARCHAR"], "channel": ["VARCHAR"], "seconds": "DOUBLE",
			"working": "BOOLEAN"
		}]'
	), recursive := true)
)
select
	limited.* replace (
		coalesce(epoch_ms(since::bigint), timestamp '0001-01-01') as since,
		coalesce(epoch_ms(until::bigint), timestamp '9999-12-31') as until,
		list_transform(priority, lambda word: folded_word(word)) as priority,
		list_transform(track, lambda word: folded_word(word)) as track,
		list_transform(category, lambda word: folded_word(word)) as category,
		list_transform(channel, lambda word: folded_word(word)) as channel
	),
	$generation::integer as generation
from limited;
