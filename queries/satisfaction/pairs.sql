-- Which waiting times go with which scores?
-- Grain: one row a stratum, exact waiting time and score, with its cases: all that correlations, ranks,
-- medians and densities need. Score 1–5. Parameters: $clock first_response or resolution; $time wall
-- (clock) or working; $stratum a dimension, or none (stratum then null). Left out: unrated cases, and
-- those without a time or with a negative one.
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
)
select stratum, minutes, score, cases() as cases
from timed
where minutes >= 0 and score is not null
group by stratum, minutes, score
order by stratum nulls last, minutes, score;
