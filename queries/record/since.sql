-- What was done of these kinds after event $after, in order? Grain: one row an event. $kinds: JSON list of
-- kinds.
select number, happened_at, person_id, person_name, assurance, kind, subject, body
from event
where number > $after::bigint and list_contains($kinds::json::varchar[], kind)
order by number;
