-- The cases received in some months, to be timed anew. $since, $until: first days, half-open.
create or replace temp table case_to_time as
from timing_input
where received_month >= $since::date and received_month < $until::date;
