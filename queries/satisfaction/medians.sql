-- How long did the middle customer of each group wait?
-- Grain: one row a stratum that has a rated case with a time. Parameters: $clock first_response or
-- resolution; $time wall (clock) or working; $stratum a dimension, or none (stratum then null). Left out:
-- unrated cases, and those without a time or with a negative one.
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
select stratum, cases() as cases, median_of(minutes) as minutes_median
from timed
where minutes >= 0 and score is not null
group by stratum
order by stratum nulls last;
