-- Notes a reading. $facts: JSON with the columns of text_reading, read_at as epoch milliseconds.
insert into text_reading by name
with noted as (
	select unnest(from_json($facts::json, '{
		"reading": "INTEGER", "model": "INTEGER", "read_at": "BIGINT", "sources": ["VARCHAR"], "seconds": "DOUBLE",
		"narratives": "BIGINT", "left_out": "BIGINT", "clusters": "INTEGER", "silhouette": "DOUBLE",
		"judged": "BIGINT", "right_guesses": "BIGINT", "unclassified": "BIGINT", "commonest": "DOUBLE"
	}'))
)
select noted.* replace (epoch_ms(read_at) as read_at)
from noted;
