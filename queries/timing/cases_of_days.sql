-- The cases received on some days, to be timed anew. $since, $until: half-open.
create or replace temp table case_to_time as
from timing_input
where received_day >= $since::date and received_day < $until::date;
