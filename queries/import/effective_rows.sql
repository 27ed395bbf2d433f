-- Which row of the file holds for each case in the end? Grain: one row a case.
create or replace temp view effective as
select staged.*
from staged
anti join (select line from repeated where not is_last) as replaced using (line)
where problem is null;
