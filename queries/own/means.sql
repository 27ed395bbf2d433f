-- What is a number of the cases of an own measure on average, period by period?
-- Grain: one row a month, week from Monday, day, quarter or year of receipt ($step; 'all': all days together, since
-- then says nothing) and value of $dimension ('none': one row a period, value null), over all days of the log.
-- $number: the column. `basis`: cases the measure looks at; `counted`: those with that number, the others are left
-- out and never counted as zero; total and square_total in its unit: score 1-5, money of the log, minutes.
-- The mean and its interval are made in src/lib/measures/own-values.ts.
with numbered as (
	select
		period_start($step, received_day, received_week, received_month) as since,
		value_of(
			$dimension, channel, category, subcategory, nature, priority, severity, department, team, agent,
			product, product_category, shop, region, city, customer_type, status, track, finding, resolution,
			customer_answer
		) as value,
		case $number
			when 'satisfaction' then satisfaction::double
			when 'satisfaction_timeliness' then satisfaction_timeliness::double
			when 'satisfaction_solution' then satisfaction_solution::double
			when 'satisfaction_openness' then satisfaction_openness::double
			when 'satisfaction_follow_up' then satisfaction_follow_up::double
			when 'amount' then amount::double
			when 'cost' then cost::double
			when 'handling_minutes' then handling_minutes::double
		end as number
	from selection_ever
)
select
	since,
	value,
	cases()::double as basis,
	count(number)::double as counted,
	coalesce(sum(number), 0)::double as total,
	coalesce(sum(number * number), 0)::double as square_total
from numbered
group by since, value
order by since, value nulls last;
