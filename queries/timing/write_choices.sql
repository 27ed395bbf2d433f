-- Lays out who goes by which policy and calendar. $choices: JSON list of {source, policy, calendar}.
insert into timing_choice by name
with choice as (
	select unnest(from_json(
		$choices::json,
		'[{"source": "VARCHAR", "policy": "VARCHAR", "calendar": "VARCHAR"}]'
	), recursive := true)
)
select $generation::integer as generation, choice.*
from choice;
