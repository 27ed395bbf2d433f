-- Which categories and subcategories make up the complaints, and what did each bring a period before?
-- Grain: one row a category and subcategory that occurs in the period or in the one compared with,
-- blanks as null. cost: sum over the cases of the period that have one (costed), in the log's currency.
with now as (
	select
		category,
		subcategory,
		count(*) as cases,
		count(cost) as costed,
		sum(cost) as cost
	from selection
	group by category, subcategory
),
before as (
	select category, subcategory, count(*) as cases
	from selection_before
	group by category, subcategory
),
-- Each span is counted on its own: a union of its cases would be written out row by row first.
both_spans as (
	select category, subcategory, cases, 0 as cases_before, costed, cost from now
	union all
	select category, subcategory, 0 as cases, cases as cases_before, 0 as costed, null as cost from before
)
select
	category,
	subcategory,
	sum(cases)::double as cases,
	sum(cases_before)::double as cases_before,
	sum(costed)::double as costed,
	coalesce(sum(cost), 0)::double as cost
from both_spans
group by category, subcategory
order by cases desc, cases_before desc, category nulls last, subcategory nulls last;
