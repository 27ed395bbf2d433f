-- Which categories and subcategories make up the complaints, and what did each bring a period before?
-- Grain: one row a category and subcategory that occurs in the period or in the one compared with,
-- blanks as null. cost: sum over the cases of the period that have one (costed), in the log's currency.
with both_spans as (
	select true as is_now, category, subcategory, cost from selection
	union all
	select false as is_now, category, subcategory, cost from selection_before
)
select
	category,
	subcategory,
	count(*) filter (where is_now) as cases,
	count(*) filter (where not is_now) as cases_before,
	count(cost) filter (where is_now) as costed,
	coalesce(sum(cost) filter (where is_now), 0)::double as cost
from both_spans
group by category, subcategory
order by cases desc, cases_before desc, category nulls last, subcategory nulls last;
