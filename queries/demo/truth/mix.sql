-- How does the planted shift of mix worsen the total? One row: share of scores of 4 and 5, and mean
-- score, in the months of the shift and in the same months a year before; z of the difference of
-- shares; the part of it that is due to the mix (shares changed at the old scores).
with scored as (
	select category, satisfaction, received >= seconds_of(mix_from) as after
	from outcome join subcategory using (sub_id) cross join plan
	where satisfaction is not null
		and ((received >= seconds_of(mix_from) and received < seconds_of(mix_until))
			or (received >= seconds_of(mix_before_from) and received < seconds_of(mix_before_until)))
),
by_category as (
	select category, count(*) filter (where not after)::double as n0, count(*) filter (where after)::double as n1,
		count(*) filter (where not after and satisfaction >= 4) as s0,
		count(*) filter (where after and satisfaction >= 4) as s1
	from scored group by category
),
total as (
	select sum(n0) as n0, sum(n1) as n1, sum(s0) as s0, sum(s1) as s1 from by_category
)
select 'satisfied share (score 4 or 5 among rated), and mean satisfaction' as measure, 'category' as dimension,
	mix_category as growing_category, mix_factor as planned_factor,
	(select list(subcategory order by sub_id) from subcategory where category = mix_category)
		as growing_subcategories,
	mix_shrinking_category as shrinking_category, mix_shrinking_factor as shrinking_planned_factor,
	(select list(subcategory order by sub_id) from subcategory where category = mix_shrinking_category)
		as shrinking_subcategories,
	mix_before_from as before_from, mix_before_until - 1 as before_last_day,
	mix_from as after_from, mix_until - 1 as after_last_day,
	t.n0::bigint as before_rated, t.n1::bigint as after_rated,
	round(t.s0 / t.n0, 4) as before_satisfied_share, round(t.s1 / t.n1, 4) as after_satisfied_share,
	round((t.s1 / t.n1 - t.s0 / t.n0) / sqrt((t.s0 + t.s1) / (t.n0 + t.n1) * (1 - (t.s0 + t.s1) / (t.n0 + t.n1))
		* (1 / t.n0 + 1 / t.n1)), 2) as z,
	round((select sum((b.n1 / t.n1 - b.n0 / t.n0) * b.s0 / nullif(b.n0, 0)) from by_category as b), 4)
		as mix_effect,
	round((select avg(satisfaction) from scored where not after), 4) as before_mean,
	round((select avg(satisfaction) from scored where after), 4) as after_mean
from total as t cross join plan;
