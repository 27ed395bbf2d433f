-- Which rows of a file without ids are identical to an earlier one? Grain: one row a repeated row;
-- nth from 1 in the order of the file. Rows that stand alone are not in the answer.
create or replace temp table twin as
with repeated as (
	select row_hash
	from raw_row
	group by row_hash
	having count(*) > 1
)
select
	line,
	row_number() over (partition by row_hash order by line) as nth
from raw_row
where row_hash in (from repeated);
