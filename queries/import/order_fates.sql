-- How does each staged row of an order file fare? Grain: one row a row of the file.
-- A day, shop and category that stands several times is a file of finer grain: its rows are added up,
-- unless a row repeats an earlier one letter by letter, which counts once.
create or replace temp table order_fate as
with numbered as (
	select
		staged.line,
		-- Null where the row could not be read: it then joins nothing, by a hash as all the others.
		case
			when staged.problem is null
				then wall_in(staged.day, getvariable('forms')['day'].zone)::date
		end as order_day,
		staged.shop,
		staged.product_category,
		staged.orders,
		staged.problem is not null as unreadable,
		row_number() over (
			partition by staged.problem is null, staged.day, staged.shop, staged.product_category,
				raw_row.row_hash
			order by staged.line
		) as nth
	from staged
	join raw_row using (line)
),
summed as (
	select
		order_day,
		shop,
		product_category,
		sum(orders)::bigint as orders,
		count(*) as rows
	from numbered
	where not unreadable and nth = 1
	group by all
)
select
	numbered.line,
	summed.order_day as day,
	numbered.shop,
	numbered.product_category,
	numbered.orders,
	summed.rows as rows_of_key,
	case
		when numbered.unreadable then 'quarantined'
		when numbered.nth > 1 then 'unchanged'
		when orders.day is null then 'loaded'
		when orders.orders = summed.orders then 'unchanged'
		else 'updated'
	end as fate,
	numbered.nth > 1 as repeated
from numbered
left join summed
	on summed.order_day = numbered.order_day
	and summed.shop is not distinct from numbered.shop
	and summed.product_category is not distinct from numbered.product_category
left join orders
	on orders.source = getvariable('import')['source']
	and orders.day = summed.order_day
	and orders.shop is not distinct from summed.shop
	and orders.product_category is not distinct from summed.product_category;
