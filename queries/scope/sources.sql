-- Which logs are there, up to which instant does each tell, which fields and which orders does it have?
-- Grain: one row a source. as_of: instant UTC; columns: case fields its loads speak of, null for a
-- source that brought orders alone.
with held as (
	select
		source,
		list_sort(list_distinct(flatten(list(columns) filter (where kind = 'cases')))) as columns,
		count(*) filter (where kind = 'cases') > 0 as has_cases,
		count(*) filter (where kind = 'orders') > 0 as has_orders
	from load
	where undone_at is null
	group by source
)
select
	source,
	demo,
	as_of,
	columns,
	coalesce(has_cases, false) as has_cases,
	coalesce(has_orders, false) as has_orders
from source
left join held using (source)
order by source;
