-- Which other cases of the selection have the same problem, nearest in time?
-- Grain: one row a case, at most $rows. $received_at: receipt of the case, text UTC; $product: its
-- product or null. The filter names the problem and the days around; the same product comes first.
select
	source,
	case_no,
	received_at,
	product,
	state,
	satisfaction,
	left(narrative, 200) as narrative,
	product is not distinct from $product and $product is not null as same_product
from selection
where case_no <> $case_no
order by
	same_product desc,
	abs(date_diff('second', received_at, $received_at::timestamp)),
	source,
	case_no
limit $rows;
