-- How grave are the cases of each category and subcategory?
-- Grain: one row a category, subcategory and grade of the period. grade: severity as the log words it,
-- else its priority, null where it says neither; weights of grades are made in src/lib/measures.
select
	category,
	subcategory,
	coalesce(severity, priority) as grade,
	count(*) as cases
from selection
group by category, subcategory, grade
order by category nulls last, subcategory nulls last, cases desc, grade nulls last;
