-- How large is the planted surge? One row: cases of the product in the region in its weeks, and what
-- the rest of the log would make one expect in as many weeks.
with counted as (
	select count(*) filter (where day >= surge_from and day < surge_until) as cases,
		count(*) filter (where (day >= surge_from and day < surge_until) and outcome.surge) as planted_cases,
		count(*) filter (where not (day >= surge_from and day < surge_until)) as other_cases
	from outcome cross join plan
	where product_id = surge_product_id
		and place_id in (select place_id from place where region = surge_region)
)
select surge_product as product, surge_product_category as product_category, surge_region as region,
	'产品质量' as category, '功能故障' as subcategory,
	surge_from as from_day, surge_until - 1 as last_day,
	date_diff('day', surge_from, surge_until) // 7 as weeks, cases, planted_cases,
	round(other_cases * (date_diff('day', surge_from, surge_until))::double
		/ (date_diff('day', since, until) - date_diff('day', surge_from, surge_until)), 2) as expected_cases,
	'charging port gets hot (发烫, 焦味, 充电口)' as theme
from counted cross join plan;
