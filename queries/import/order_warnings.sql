-- What is noteworthy about an order file? Grain: one row a code.
-- summed_rows: rows added up into one day, shop and category; identical_rows: repeats counted once.
select
	code,
	count
from (
	select
		'summed_rows' as code,
		count(*) filter (where rows_of_key > 1 and not repeated)::double as count
	from order_fate
	union all
	select
		'identical_rows',
		count(*) filter (where repeated)::double
	from order_fate
)
where count > 0
order by code;
