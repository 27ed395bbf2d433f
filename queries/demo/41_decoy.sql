-- Which month looks bad by chance alone? Mean satisfaction of the decoy month is brought to the planned
-- number of standard errors below the other complete months (those of the mix shift left out): some
-- scores, whoever's, move by one point. Nothing else about the month differs. The two months on each side
-- are kept from lying low beside it: several low months in a row would be a signal, and rightly called one.

create temp table decoy_target as
with scored as (
	select satisfaction, date_trunc('month', date '1970-01-01' + (received // 86400)::integer)::date as month
	from outcome cross join plan
	where satisfaction is not null
		and received >= seconds_of(date '2022-12-01') and received < seconds_of(date '2025-11-01')
		and not (received >= seconds_of(mix_from) and received < seconds_of(mix_until))
),
others as (
	select count(*) as n, avg(satisfaction) as mean, stddev_pop(satisfaction) as deviation
	from scored cross join plan
	where month <> decoy_month
),
monthly as (
	select month, count(*) as n, sum(satisfaction) as total
	from scored
	group by month
),
wanted as (
	select monthly.month, monthly.total, month = decoy_month as decoy,
		round((mean + case when month = decoy_month then decoy_z else -0.8 end * deviation / sqrt(monthly.n))
			* monthly.n) as wanted
	from monthly cross join others cross join plan
	where month between decoy_month - interval 2 month and decoy_month + interval 2 month
)
select month, case when decoy then wanted - total else greatest(0, wanted - total) end as points
from wanted;

update outcome set satisfaction = satisfaction + sign(points)::tinyint
from (
	select n, points
	from outcome
	join decoy_target on received >= seconds_of(month)
		and received < seconds_of((month + interval 1 month)::date)
	where case when points < 0 then satisfaction >= 2 else satisfaction <= 4 end
	qualify row_number() over (partition by month order by bits(n, 82)) <= abs(points)
) as moved
where outcome.n = moved.n;
