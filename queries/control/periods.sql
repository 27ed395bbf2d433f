-- What does each period bring, in all or by the values of a dimension?
-- Grain: one row a month, week from Monday, day, quarter or year of receipt ($step; 'all': all days together, since then says
-- nothing) and value of $dimension ('none': one row a period, value null; blanks of a dimension are null too),
-- over all days of the log; of each month only the days up to $to_day (31: all of them), so that months can be
-- held against a running one: what ended after that day then counts as not yet resolved, as it did that day.
-- Minutes, wall clock. cost_square_sum: sum of the squares of the costs. resolution_median: time by which half of
-- the cohort was resolved, open cases counted as not yet resolved; null where half are not. reopened of reopen_known: cases whose log tells, received at least
-- reopen_days() before the as-of day, so that they had time to come back. *_kept of *_due: cases whose limit
-- of that stage has passed by the as-of instant of their log; open ones past it are not kept.
-- Limits and rules are made in src/lib/measures/control-*.ts.
with valued as (
	select
		period_start($step, received_day, received_week, received_month) as since,
		value_of(
			$dimension, channel, category, subcategory, nature, priority, severity, department, team, agent,
			product, product_category, shop, region, city, customer_type, status, track, finding, resolution,
			customer_answer
		) as value,
		satisfaction,
		first_response_minutes,
		case
			when state = 'open' then coalesce(resolution_minutes, 'infinity'::double)
			when $to_day::integer < 31 and ended_day >= received_month + $to_day::integer and resolution_minutes >= 0
				then 'infinity'::double
			else resolution_minutes
		end as resolution_minutes,
		reopens_told(received_day, reopened_count) as reopened_count,
		first_response_outcome,
		resolved_outcome,
		cost
	from selection_ever
	where extract(day from received_day) <= $to_day::integer
)
select
	since,
	value,
	cases() as cases,
	rated(satisfaction) as rated,
	satisfied(satisfaction) as satisfied,
	dissatisfied(satisfaction) as dissatisfied,
	score_sum(satisfaction) as score_sum,
	score_square_sum(satisfaction) as score_square_sum,
	count(first_response_minutes) as responded,
	median_of(first_response_minutes) as first_response_median,
	count(resolution_minutes) as cohort,
	median_of(resolution_minutes) as resolution_median,
	count(reopened_count) as reopen_known,
	count(*) filter (where reopened_count > 0) as reopened,
	count(*) filter (where first_response_outcome in ('met', 'breached', 'open_late')) as first_response_due,
	count(*) filter (where first_response_outcome = 'met') as first_response_kept,
	count(*) filter (where resolved_outcome in ('met', 'breached', 'open_late')) as resolution_due,
	count(*) filter (where resolved_outcome = 'met') as resolution_kept,
	count(cost) as costed,
	coalesce(sum(cost), 0)::double as cost,
	coalesce(sum(cost::double * cost::double), 0)::double as cost_square_sum
from valued
group by since, value
order by since, value nulls last;
