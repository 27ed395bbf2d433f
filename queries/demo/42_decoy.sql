-- Which month looks bad by chance alone? Mean satisfaction of the decoy month is brought to the planned
-- number of standard errors below the other complete months (those of the mix shift left out), and nothing
-- else about the month differs. First its scores below 4 and below 3 are brought to the shares of all
-- complete months and one standard error: whoever counts satisfied or dissatisfied customers finds an
-- ordinary month, and no run of better ones passes through it. Then some scores, whoever's, move by one
-- point between 4 and 5 or between 1 and 2, which leaves those shares alone. So that it is one bad month
-- and no more, the month before it is brought just above the average (a fall from a month high by chance
-- would be a real one), the month after it to the average at least, and the other two neighbours are kept
-- from lying low beside it (several low months in a row would be a signal, and rightly called one).

create temp table decoy_share as
with scored as (
	select satisfaction, received >= seconds_of(decoy_month)
		and received < seconds_of((decoy_month + interval 1 month)::date) as theirs
	from outcome cross join plan
	where satisfaction is not null
		and received >= seconds_of(date '2022-12-01') and received < seconds_of(date '2025-11-01')
),
usual as (
	select count(*) filter (where theirs) as n, avg((satisfaction < 3)::integer) as below_3,
		avg((satisfaction < 4)::integer) as below_4
	from scored
)
select round(n * below_3 + sqrt(n * below_3 * (1 - below_3))) as below_3,
	round(n * below_4 + sqrt(n * below_4 * (1 - below_4))) as below_4
from usual;

update outcome set satisfaction = case when place <= below_3 then least(satisfaction, 2)
	when place <= below_4 then 3 else greatest(satisfaction, 4) end
from (
	select n, row_number() over (order by satisfaction, bits(n, 82) desc) as place
	from outcome cross join plan
	where satisfaction is not null and received >= seconds_of(decoy_month)
		and received < seconds_of((decoy_month + interval 1 month)::date)
) as ordered
cross join decoy_share
where outcome.n = ordered.n;

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
bounded as (
	select monthly.*, mean, deviation / sqrt(monthly.n) as error,
		case date_diff('month', decoy_month, month)
			when 0 then decoy_z when -1 then 0.05 when 1 then 0.05 else -0.8 end as lowest_z,
		case date_diff('month', decoy_month, month) when 0 then decoy_z when -1 then 0.25 end as highest_z
	from monthly cross join others cross join plan
	where month between decoy_month - interval 2 month and decoy_month + interval 2 month
),
aimed as (
	select month, total, round((mean + lowest_z * error) * n) as lowest, round((mean + highest_z * error) * n) as highest
	from bounded
)
select month, case when total < lowest then lowest - total when total > highest then highest - total else 0 end as points
from aimed;

update outcome set satisfaction = satisfaction + sign(points)::tinyint
from (
	select n, points
	from outcome
	join decoy_target on received >= seconds_of(month)
		and received < seconds_of((month + interval 1 month)::date)
	where case when points < 0 then satisfaction in (2, 5) else satisfaction in (1, 4) end
	qualify row_number() over (partition by month order by bits(n, 82)) <= abs(points)
) as moved
where outcome.n = moved.n;
