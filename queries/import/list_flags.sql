-- The suspicions of each row together. Grain: one row a row that has any.
create or replace temp table flagged as
select
	line,
	list(distinct flag order by flag) as flags
from flag
group by line;
