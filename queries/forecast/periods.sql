-- How many cases came in each month or week, by the values of a dimension?
-- Grain: one row a month or week from Monday of receipt ($step) and value of $dimension ('none': value
-- null; blanks of a dimension are null too), over all days of the log: the sum over values is the total.
-- cases: number of cases. Forecasts, intervals and change points are made in src/lib/measures/forecast-*.ts.
with valued as (
	select
		period_start($step, received_day, received_week, received_month) as since,
		value_of(
			$dimension, channel, category, subcategory, nature, priority, severity, department, team, agent,
			product, product_category, shop, region, city, customer_type, status, track, finding, resolution,
			customer_answer
		) as value
	from selection_ever
)
select since, value, cases() as cases
from valued
group by since, value
order by since, value nulls last;
