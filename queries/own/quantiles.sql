-- Within which time is a part of the cases of an own measure answered or resolved, period by period?
-- Grain: one row a month, week from Monday, day, quarter or year of receipt ($step; 'all': all days together, since
-- then says nothing) and value of $dimension ('none': one row a period, value null), over all days of the log.
-- $time: by the wall clock or in working time; $quantile: 0.5 is the median. Minutes. Interpolated between the
-- neighbours (type 7 of Hyndman and Fan). `basis`: cases the measure looks at; `counted`: those with that time.
-- Resolution: open cases are counted as not yet resolved, and the quantile is null where it is not reached;
-- closed ones without an end time are left out. First response: cases without one are left out.
-- quantile_lower, quantile_upper: 95 % interval by order statistics, the values at the places
-- n q -/+ 1.96 sqrt(n q (1 - q)), rounded up (Conover, Practical Nonparametric Statistics, 3.2); null where there is
-- no such place, or nothing bounds it.
with timed as (
	select
		period_start($step, received_day, received_week, received_month) as since,
		value_of(
			$dimension, channel, category, subcategory, nature, priority, severity, department, team, agent,
			product, product_category, shop, region, city, customer_type, status, track, finding, resolution,
			customer_answer
		) as value,
		case $time
			when 'first_response' then first_response_minutes
			when 'first_response_working' then first_response_working_minutes
			when 'resolution' then case
				when state = 'open' then coalesce(resolution_minutes, 'infinity'::double) else resolution_minutes
			end
			when 'resolution_working' then case
				when state = 'open' then coalesce(resolution_working_minutes, 'infinity'::double)
				else resolution_working_minutes
			end
		end as minutes
	from selection_ever
),
ordered as (
	select
		since,
		value,
		minutes,
		row_number() over (partition by since, value order by minutes nulls last) as place,
		count(minutes) over (partition by since, value) as counted
	from timed
),
placed as (
	select
		since,
		value,
		minutes,
		place,
		counted,
		(counted - 1) * $quantile::double + 1 as wanted,
		1.959963984540054 * sqrt(counted * $quantile::double * (1 - $quantile::double)) as margin
	from ordered
),
picked as (
	select
		since,
		value,
		cases() as basis,
		count(minutes) as counted,
		max(minutes) filter (where place = floor(wanted)) as below,
		max(minutes) filter (where place = ceil(wanted)) as above,
		max(wanted - floor(wanted)) as beyond,
		max(minutes) filter (where place = ceil(counted * $quantile::double - margin)) as lower,
		max(minutes) filter (where place = ceil(counted * $quantile::double + margin)) as upper
	from placed
	group by since, value
)
select
	since,
	value,
	basis::double as basis,
	counted::double as counted,
	case when counted > 0 then
		nullif(case when above = below then below else below + beyond * (above - below) end, 'infinity'::double)
	end as quantile,
	nullif(lower, 'infinity'::double) as quantile_lower,
	nullif(upper, 'infinity'::double) as quantile_upper
from picked
order by since, value nulls last;
