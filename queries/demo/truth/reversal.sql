-- Which way do first-response time and satisfaction go together, pooled and within each priority?
-- One row a priority, and one for all (priority null): n, Pearson of minutes and score, of log minutes
-- and score, Spearman with mid-ranks; two-sided 95 % bounds of Spearman (Fisher's z).
with pair as (
	select priority_id, priority, (first_response - received) / 60.0 as minutes, satisfaction::integer as score
	from outcome join priority using (priority_id)
	where satisfaction is not null and first_response is not null
),
grouped as (
	from pair union all select null, null, minutes, score from pair
),
ranked as (
	select *, rank() over (partition by priority order by minutes)
			+ (count(*) over (partition by priority, minutes) - 1) / 2.0 as minutes_rank,
		rank() over (partition by priority order by score)
			+ (count(*) over (partition by priority, score) - 1) / 2.0 as score_rank
	from grouped
),
related as (
	select priority_id, priority, count(*) as n, corr(minutes, score) as pearson, corr(ln(minutes), score) as pearson_log,
		corr(minutes_rank, score_rank) as spearman, median(minutes) as median_minutes, avg(score) as mean_score
	from ranked group by priority_id, priority
)
select priority, n, round(median_minutes, 1) as median_first_response_minutes, round(mean_score, 4) as mean_satisfaction,
	round(pearson, 4) as pearson, round(pearson_log, 4) as pearson_log_minutes, round(spearman, 4) as spearman,
	round(tanh(atanh(spearman) - 1.96 / sqrt(greatest(n - 3, 1))), 4) as spearman_low,
	round(tanh(atanh(spearman) + 1.96 / sqrt(greatest(n - 3, 1))), 4) as spearman_high
from related
order by priority_id nulls first;
