-- Known cases the load changes, in their values or in what is derived from them. Grain: one row a case.
-- load_id, file_line: kept where no value changes, so that a case stays with the load it came with.
create or replace temp table touched as
select
	case_no,
	case when not changes then load_id end as load_id,
	case when not changes then file_line end as file_line
from known
where rewrite;
