-- Which of the corrections not yet applied find their case? Grain: one row a correction found.
-- $waiting: JSON list of {source, case_no, number}.
with waiting as (
	select unnest(from_json(
		$waiting::json,
		'[{"source": "VARCHAR", "case_no": "VARCHAR", "number": "BIGINT"}]'
	), recursive := true)
)
select number::double as number
from waiting
join complaint using (source, case_no)
order by number;
