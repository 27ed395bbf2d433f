-- How did the rows of an order file fare? Grain: one row; the four counts add up to the rows staged.
select
	count(*)::double as staged,
	count(*) filter (where fate = 'loaded')::double as loaded,
	count(*) filter (where fate = 'updated')::double as updated,
	count(*) filter (where fate = 'unchanged')::double as unchanged,
	count(*) filter (where fate = 'quarantined')::double as quarantined
from order_fate;
