-- Which month looks bad by chance alone? Mean satisfaction of the decoy month is brought to the planned
-- number of standard errors below the other complete months (those of the mix shift left out): some
-- scores, whoever's, move by one point. Nothing else about the month differs.

create temp table decoy_target as
with scored as (
	select satisfaction, received >= seconds_of(decoy_month)
			and received < seconds_of((decoy_month + interval 1 month)::date) as decoy, decoy_z
	from outcome cross join plan
	where satisfaction is not null
		and received >= seconds_of(date '2022-12-01') and received < seconds_of(date '2025-11-01')
		and not (received >= seconds_of(mix_from) and received < seconds_of(mix_until))
),
summed as (
	select any_value(decoy_z) as z, count(*) filter (where not decoy) as n,
		sum(satisfaction) filter (where not decoy) as total,
		sum(satisfaction::integer * satisfaction) filter (where not decoy) as squares,
		count(*) filter (where decoy) as decoy_n, sum(satisfaction) filter (where decoy) as decoy_total
	from scored
)
select round((total / n + z * sqrt((squares / n - power(total / n, 2)) / decoy_n)) * decoy_n) - decoy_total
	as points
from summed;

update outcome set satisfaction = satisfaction + (select sign(points) from decoy_target)::tinyint
where n in (
	select n
	from outcome cross join plan cross join decoy_target
	where received >= seconds_of(decoy_month)
		and received < seconds_of((decoy_month + interval 1 month)::date)
		and case when points < 0 then satisfaction >= 2 else satisfaction <= 4 end
	qualify row_number() over (order by bits(n, 82)) <= abs(points)
);
