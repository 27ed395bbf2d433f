-- What does the log say of one case?
-- Grain: one row or none; $case_no within the source the filter names.
select *
from selection
where case_no = $case_no;
