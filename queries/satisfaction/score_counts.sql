-- How often was each score given in each group?
-- Grain: one row a stratum and score with a case. Parameter: $stratum a dimension, or none (stratum then
-- null). Left out: unrated cases.
with scored as (
	select
		satisfaction as score,
		case when $stratum <> 'none' then value_of(
			$stratum, channel, category, subcategory, nature, priority, severity, department, team, agent,
			product, product_category, shop, region, city, customer_type, status, track, finding, resolution,
			customer_answer
		) end as stratum
	from selection
)
select stratum, score, cases() as cases
from scored
where score is not null
group by stratum, score
order by stratum nulls last, score;
