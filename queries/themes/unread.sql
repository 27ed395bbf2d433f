-- How far have narratives been read? Grain: one row. $sources: JSON list of names. narratives: cases with
-- a narrative; unread: of these, those never read.
select
	count(narrative)::double as narratives,
	(count(*) filter (where narrative is not null and words is null))::double as unread
from complaint
where list_contains($sources::json::varchar[], source);
