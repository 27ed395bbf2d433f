-- One case, to be explained as all cases are timed. $source, $case_no.
create or replace temp table case_to_time as
from timing_input
where source = $source and case_no = $case_no;
