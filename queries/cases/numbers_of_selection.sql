-- Which cases does the filter mean?
-- Grain: one row a case.
select case_no from selection order by case_no;
