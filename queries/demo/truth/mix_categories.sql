-- How did each category fare in the planted shift of mix? One row a category: its share of the rated
-- cases, its satisfied share and mean score before and after. None falls.
select category,
	round(count(*) filter (where not after) / sum(count(*) filter (where not after)) over (), 4) as before_share,
	round(count(*) filter (where after) / sum(count(*) filter (where after)) over (), 4) as after_share,
	count(*) filter (where not after) as before_rated, count(*) filter (where after) as after_rated,
	round(avg((satisfaction >= 4)::integer) filter (where not after), 4) as before_satisfied_share,
	round(avg((satisfaction >= 4)::integer) filter (where after), 4) as after_satisfied_share,
	round(avg(satisfaction) filter (where not after), 4) as before_mean,
	round(avg(satisfaction) filter (where after), 4) as after_mean
from (
	select category, satisfaction, received >= seconds_of(mix_from) as after
	from outcome join subcategory using (sub_id) cross join plan
	where satisfaction is not null
		and ((received >= seconds_of(mix_from) and received < seconds_of(mix_until))
			or (received >= seconds_of(mix_before_from) and received < seconds_of(mix_before_until)))
)
group by category
order by after_rated desc, category;
