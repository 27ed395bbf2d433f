-- What was done about one subject, in order? Grain: one row an event. $kinds: JSON list of kinds.
select number, happened_at, person_id, person_name, assurance, kind, subject, body
from event
where subject = $subject and list_contains($kinds::json::varchar[], kind)
order by number;
