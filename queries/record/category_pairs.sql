-- Which categories and subcategories does a log know, as people left them? Grain: one row a pair, the
-- commonest first. $source.
select category, subcategory
from complaint
where source = $source and category is not null
group by category, subcategory
order by count(*) desc, category, subcategory
limit 2000;
