-- Cases whose timing is to be made: never judged, or judged at another as-of instant that may
-- lie on the other side of one of their limits. Grain: one row a case.
create or replace temp table case_to_time as
from timing_input
where
	judged_as_of is null
	or (judged_as_of <> as_of and undecided)
	-- The log tells less far than before. A month more, since a limit used up at closing time passes with
	-- the next opening.
	or (as_of < judged_as_of and last_due_at > as_of - interval 31 days);
