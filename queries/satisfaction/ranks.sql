-- Where do the waiting times of each score lie, and where among all others?
-- Grain: one row a stratum and score that has a rated case with a time: all that Pearson's and Spearman's
-- correlation need. `minutes_squares` is Σ(x − x̄)² around the row's own mean, in minutes²; ranks are
-- mid-ranks of waits within the stratum, 1 the shortest. Parameters: $clock first_response or resolution;
-- $time wall (clock) or working; $stratum a dimension, or none (stratum then null). Left out: unrated
-- cases, and those without a time or with a negative one.
with timed as (
	select
		wait_of(
			$clock, $time, first_response_minutes, resolution_minutes, first_response_working_minutes,
			resolution_working_minutes
		) as minutes,
		satisfaction as score,
		case when $stratum <> 'none' then value_of(
			$stratum, channel, category, subcategory, nature, priority, severity, department, team, agent,
			product, product_category, shop, region, city, customer_type, status, track, finding, resolution,
			customer_answer
		) end as stratum
	from selection
),
-- Equal waits share the first rank among them and the count up to the last: their sum is twice the
-- mid-rank, a whole number whose squares add up exactly.
ranked as (
	select
		stratum,
		score,
		minutes,
		rank() over wait + count(*) over wait as twice_rank
	from timed
	where minutes >= 0 and score is not null
	window wait as (partition by stratum order by minutes)
)
select
	stratum,
	score,
	cases() as cases,
	min(minutes) as minutes_least,
	max(minutes) as minutes_most,
	median_of(minutes) as minutes_median,
	avg(minutes) as minutes_mean,
	var_pop(minutes) * cases() as minutes_squares,
	sum(twice_rank)::double / 2 as rank_sum,
	sum(twice_rank * twice_rank)::double / 4 as rank_square_sum
from ranked
group by stratum, score
order by stratum nulls last, score;
