-- Which closed cases are drawn at random from each stratum?
-- Grain: one row a case drawn; $places is a JSON object of stratum value ('' for blank) → cases wanted, and
-- $dimension names what the strata are values of. Cases stand in the order of md5(seed, source, case_no)
-- within their stratum, so the same seed draws the same cases of the same data; place is that order over
-- all strata, in which the cases are looked at. The filter itself leaves open cases out.
with told as (
	select
		source,
		case_no,
		coalesce(value_of(
			$dimension, channel, category, subcategory, nature, priority, severity, department, team, agent,
			product, product_category, shop, region, city, customer_type, status, track, finding, resolution,
			customer_answer
		), '') as stratum,
		md5(concat($seed::varchar, chr(10), source, chr(10), case_no)) as lot
	from selection
),
wanted as (
	select key as stratum, (value ->> '$')::bigint as places
	from json_each($places::json)
),
ranked as (
	select
		source,
		case_no,
		stratum,
		lot,
		row_number() over (partition by stratum order by lot, source, case_no) as place_in_stratum
	from told
)
select
	source,
	case_no,
	stratum,
	row_number() over (order by lot, source, case_no)::double as place
from ranked
join wanted using (stratum)
where place_in_stratum <= places
order by place;
