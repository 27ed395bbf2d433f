-- Every case the filter means, for files.
-- Grain: one row a case, by receipt; instants UTC, minutes wall clock.
select *
from selection
order by received_at, source, case_no;
