-- In what proportions does the log that was written fall? One row; shares are 0-1, times hours or
-- minutes, medians over the cases that have the time.
select
	count(*) as cases,
	(select sum(orders) from order_day)::bigint as orders,
	round(count(*) * 1000.0 / (select sum(orders) from order_day), 3) as complaints_per_1000_orders,
	strftime(instant(min(received)), '%Y-%m-%d %H:%M:%S') as first_received,
	strftime(instant(max(received)), '%Y-%m-%d %H:%M:%S') as last_received,
	round(avg((closed is null)::integer), 4) as not_closed_share,
	round(avg((satisfaction is null)::integer), 4) as unrated_share,
	round(avg(satisfaction), 4) as mean_satisfaction,
	round(avg((satisfaction >= 4)::integer), 4) as satisfied_share,
	round(avg((reopened > 0)::integer), 4) as reopened_share,
	round(median(first_response - received) / 60.0, 1) as median_first_response_minutes,
	round(quantile_cont(first_response - received, 0.9) / 60.0, 1) as p90_first_response_minutes,
	round(median(resolved - received) / 3600.0, 2) as median_resolution_hours,
	round(quantile_cont(resolved - received, 0.9) / 3600.0, 2) as p90_resolution_hours
from outcome;
