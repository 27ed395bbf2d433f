-- From when to when does the order file tell? Grain: one row. Orders say nothing about the as-of of
-- the log, so the last instant stays null.
select
	min(day) as first_received,
	null::timestamp as last_instant
from staged
where problem is null;
