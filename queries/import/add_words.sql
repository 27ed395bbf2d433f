-- Adds what the distinct values of one column mean. $field: case field; $words: JSON list.
insert into word
select
	$field,
	entry.raw,
	entry.text_value,
	entry.number_value,
	entry.understood
from (
	select unnest(cast($words::json as struct(
		raw varchar, text_value varchar, number_value double, understood boolean
	)[])) as entry
);
