-- Cases whose timing is to be made: never judged, or judged at an as-of instant on the other side of one
-- of their limits. Grain: one row a case.
create or replace temp table case_to_time as
from timing_input
where
	judged_as_of is null
	or (judged_as_of <> as_of and last_due_at > least(judged_as_of, as_of));
