-- How many complaints have a near-duplicate? Grain: one row. groups of two cases or more in the selection,
-- and the cases in them.
with groups as (
	select twins, cases() as cases
	from selection
	where twins is not null
	group by twins
	having count(*) > 1
)
select
	count(*)::double as groups,
	coalesce(sum(cases), 0)::double as cases
from groups;
