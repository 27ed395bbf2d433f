-- What do these cases say? Grain: one row a case of the selection named in $keys, a JSON list of
-- {source, case_no}. Never asked from outside: narratives are masked before anybody sees them.
with wanted as (
	select unnest(from_json($keys::json, '[{"source": "VARCHAR", "case_no": "VARCHAR"}]'), recursive := true)
)
select selection.source, selection.case_no, selection.narrative
from selection
join wanted using (source, case_no);
