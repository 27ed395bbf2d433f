-- By how much did the planted improvement lower its subcategory? One row: complaints per 1,000 orders
-- in the year before and from the date on, their ratio with a 95 % interval (Poisson, log), and the
-- same ratio for all other subcategories, which did not change.
with marked as (
	select day >= improvement_from as after, subcategory is not distinct from improvement_subcategory as theirs
	from outcome join subcategory using (sub_id) cross join plan
	where day >= (improvement_from - interval 1 year)::date
),
ordered as (
	select sum(orders) filter (where day < improvement_from) as before_orders,
		sum(orders) filter (where day >= improvement_from) as after_orders
	from order_day cross join plan
	where day >= (improvement_from - interval 1 year)::date
),
counted as (
	select count(*) filter (where theirs and not after) as before_cases,
		count(*) filter (where theirs and after) as after_cases,
		count(*) filter (where not theirs and not after) as other_before,
		count(*) filter (where not theirs and after) as other_after
	from marked
)
select s.category, improvement_subcategory as subcategory, improvement_from as from_day,
	until - 1 as last_day, improvement_factor as planned_factor,
	before_cases, after_cases,
	round(before_cases * 1000.0 / before_orders, 5) as before_per_1000_orders,
	round(after_cases * 1000.0 / after_orders, 5) as after_per_1000_orders,
	round((after_cases / after_orders) / (before_cases / before_orders), 4) as rate_ratio,
	round((after_cases / after_orders) / (before_cases / before_orders)
		* exp(-1.96 * sqrt(1.0 / before_cases + 1.0 / after_cases)), 4) as rate_ratio_low,
	round((after_cases / after_orders) / (before_cases / before_orders)
		* exp(1.96 * sqrt(1.0 / before_cases + 1.0 / after_cases)), 4) as rate_ratio_high,
	round((other_after / after_orders) / (other_before / before_orders), 4) as other_rate_ratio
from counted cross join ordered cross join plan
join subcategory as s on s.subcategory = improvement_subcategory;
