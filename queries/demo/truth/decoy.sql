-- How many standard errors is the decoy month off? One row: mean satisfaction of cases received in it
-- against the other complete months without those of the mix shift; standard error = their standard
-- deviation over the root of the month's number of scores.
with scored as (
	select satisfaction::integer as score, received >= seconds_of(decoy_month)
		and received < seconds_of((decoy_month + interval 1 month)::date) as decoy
	from outcome cross join plan
	where satisfaction is not null
		and received >= seconds_of(date '2022-12-01') and received < seconds_of(date '2025-11-01')
		and not (received >= seconds_of(mix_from) and received < seconds_of(mix_until))
)
select 'mean satisfaction by month of receipt' as measure, strftime(decoy_month, '%Y-%m') as month,
	decoy_z as planned_z, count(*) filter (where decoy) as rated,
	round(avg(score) filter (where decoy), 4) as mean_satisfaction,
	round(avg(score) filter (where not decoy), 4) as other_mean_satisfaction,
	round(stddev_pop(score) filter (where not decoy), 4) as standard_deviation,
	round(stddev_pop(score) filter (where not decoy) / sqrt(count(*) filter (where decoy)), 5) as standard_error,
	round((avg(score) filter (where decoy) - avg(score) filter (where not decoy))
		/ (stddev_pop(score) filter (where not decoy) / sqrt(count(*) filter (where decoy))), 3) as z
from scored cross join plan
group by all;
