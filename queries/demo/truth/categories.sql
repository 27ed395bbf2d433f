-- How many cases has each category, and how do they feel? One row a category (the blank one too).
select sub.category, count(*) as cases, round(count(*) / sum(count(*)) over (), 4) as share,
	round(avg(satisfaction), 4) as mean_satisfaction
from outcome join subcategory as sub using (sub_id)
group by sub.category
order by cases desc, sub.category;
