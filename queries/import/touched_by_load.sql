-- Known cases the load changes, in their values or in what is derived from them. Grain: one row a case.
create or replace temp table touched as
select case_no
from known
where rewrite;
