-- How did the rows of the file fare? Grain: one row; the four counts add up to the rows read.
-- A case the load leaves as it was counts all its rows as unchanged.
with fate as (
	select
		case
			when staged.problem is not null then 'quarantined'
			when known.shown and not known.changes then 'unchanged'
			when repeated.repeats then 'unchanged'
			when known.shown or repeated.nth > 1 then 'updated'
			else 'loaded'
		end as fate
	from staged
	left join known using (case_no)
	left join repeated using (line)
)
select
	count(*)::double as staged,
	count(*) filter (where fate = 'loaded')::double as loaded,
	count(*) filter (where fate = 'updated')::double as updated,
	count(*) filter (where fate = 'unchanged')::double as unchanged,
	count(*) filter (where fate = 'quarantined')::double as quarantined
from fate;
