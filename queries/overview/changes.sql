-- Which problems came up more or less often than in the period compared with?
-- Grain: one row a category and subcategory that occurs in either span, blanks as null; counts of both
-- spans and their totals, so that shares and intervals are made in src/lib/measures.
with both_spans as (
	select true as is_now, category, subcategory from selection
	union all
	select false as is_now, category, subcategory from selection_before
)
select
	category,
	subcategory,
	count(*) filter (where is_now) as cases,
	count(*) filter (where not is_now) as cases_before,
	sum(count(*) filter (where is_now)) over ()::double as total,
	sum(count(*) filter (where not is_now)) over ()::double as total_before
from both_spans
group by category, subcategory
order by cases desc, cases_before desc, category nulls last, subcategory nulls last;
