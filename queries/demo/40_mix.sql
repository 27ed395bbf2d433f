-- Does every category keep its satisfaction while the mix of categories worsens the total?
-- In the months of the shift a few scores (of 3, else lower) become 4, and a few rise by a point, in
-- each category that chance has made worse than in the same months a year before, until neither its
-- satisfied share nor its mean is below (0.4 points of a hundred, 0.004 points of score above).

create temp table mix_score as
select n, sub.category, satisfaction, received >= seconds_of(mix_from) as after
from outcome
join subcategory as sub using (sub_id)
cross join plan
where satisfaction is not null
	and ((received >= seconds_of(mix_from) and received < seconds_of(mix_until))
		or (received >= seconds_of(mix_before_from) and received < seconds_of(mix_before_until)));

update outcome set satisfaction = 4
where n in (
	with target as (
		select category,
			ceil((count(*) filter (where satisfaction >= 4 and not after) / count(*) filter (where not after)
				+ 0.004) * count(*) filter (where after)) - count(*) filter (where satisfaction >= 4 and after)
				as missing
		from mix_score
		group by category
	)
	select n
	from mix_score join target on mix_score.category is not distinct from target.category
	where after and satisfaction < 4
	qualify row_number() over (partition by mix_score.category order by satisfaction desc, bits(n, 80)) <= missing
);

update mix_score set satisfaction = outcome.satisfaction
from outcome where outcome.n = mix_score.n;

update outcome set satisfaction = satisfaction + 1
where n in (
	with target as (
		select category,
			ceil((sum(satisfaction) filter (where not after) / count(*) filter (where not after) + 0.004)
				* count(*) filter (where after)) - sum(satisfaction) filter (where after) as missing
		from mix_score
		group by category
	)
	select n
	from mix_score join target on mix_score.category is not distinct from target.category
	where after and satisfaction < 5
	qualify row_number() over (partition by mix_score.category order by satisfaction desc, bits(n, 81)) <= missing
);
