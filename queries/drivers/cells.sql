-- Which values of $what at which values of $place had a week with more complaints than was to be expected?
-- Grain: one row a pair of values and week of the period with cases, for pairs that had at least one week
-- with three cases or more and four standard deviations above expectation; blanks left out. expected: the pair's level times
-- the season, as cases of all days of the choice tell: the value's share × the place's share × the week's
-- cases, or the pair's own share outside that week where that is more. Of all cells, empty ones too, on
-- every row: cells (judged: values × places × weeks of the period), excess (sum of squared deviations
-- beyond chance) and squares (sum of squared expectations), from which the dispersion is made.
with told as (
	select
		value_of(
			$what, channel, category, subcategory, nature, priority, severity, department, team, agent,
			product, product_category, shop, region, city, customer_type, status, track, finding, resolution,
			customer_answer
		) as what,
		value_of(
			$place, channel, category, subcategory, nature, priority, severity, department, team, agent,
			product, product_category, shop, region, city, customer_type, status, track, finding, resolution,
			customer_answer
		) as place,
		received_week as week
	from selection_ever
	where within_span(received_day, null, period_until())
),
filled_cells as (
	select what, place, week, count(*) as cases
	from told
	where what is not null and place is not null
	group by what, place, week
),
totals as (select sum(cases)::double as cases from filled_cells),
whats as (select what, sum(cases)::double as cases from filled_cells group by what),
places as (select place, sum(cases)::double as cases from filled_cells group by place),
weeks as (select week, sum(cases)::double as cases from filled_cells group by week),
pairs as (select what, place, sum(cases)::double as cases from filled_cells group by what, place),
expectations as (
	select
		what,
		place,
		week,
		filled_cells.cases,
		whats.cases * places.cases * weeks.cases / (totals.cases * totals.cases) as by_margins,
		(pairs.cases - filled_cells.cases) * weeks.cases / nullif(totals.cases - weeks.cases, 0) as by_pair
	from filled_cells
	join whats using (what)
	join places using (place)
	join weeks using (week)
	join pairs using (what, place)
	cross join totals
),
-- Empty cells add their squared expectation less the expectation; a cell far out is what is looked for.
spread as (
	select
		coalesce(sum(cases * cases - 2 * cases * by_margins), 0) as filled,
		(select sum(cases * cases) from whats) * (select sum(cases * cases) from places)
			* (select sum(cases * cases) from weeks) / (select power(cases, 4) from totals) as squares
	from expectations
	where cases <= 5 + by_margins + 6 * sqrt(by_margins)
),
in_period as (
	select what, place, week, cases, greatest(by_margins, coalesce(by_pair, 0)) as expected
	from expectations
	where week >= date_trunc('week', period_since())::date
),
marked as (
	select distinct what, place
	from in_period
	where cases >= 3 and cases >= expected + 4 * sqrt(expected)
)
select
	what,
	place,
	week,
	in_period.cases::double as cases,
	expected::double as expected,
	(
		(select count(*) from whats) * (select count(*) from places)
		* (select count(*) from weeks where week >= date_trunc('week', period_since())::date)
	)::double as cells,
	(filled + squares - (select cases from totals))::double as excess,
	squares::double as squares
from in_period
join marked using (what, place)
cross join spread
order by what, place, week;
