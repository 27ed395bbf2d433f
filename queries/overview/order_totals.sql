-- How many orders stand behind the complaints?
-- Grain: one row a span ('now', 'before'); days_with_orders tells how much of the span the orders cover.
with both_spans as (
	select 'now' as span, * from order_selection
	union all
	select 'before' as span, * from order_selection_before
)
select
	span,
	sum(orders)::double as orders,
	count(distinct day) as days_with_orders
from both_spans
group by span
order by span desc;
