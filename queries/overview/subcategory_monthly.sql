-- How does each problem's share of the complaints move from month to month?
-- Grain: one row a category, subcategory and month with cases; total: all complaints of the month.
with monthly as (
	select category, subcategory, received_month as month, count(*) as cases
	from selection_ever
	group by category, subcategory, received_month
)
select
	category,
	subcategory,
	month,
	cases,
	(sum(cases) over (partition by month))::double as total
from monthly
order by category nulls last, subcategory nulls last, month;
