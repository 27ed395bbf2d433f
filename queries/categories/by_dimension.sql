-- Which categories come with which values of another dimension?
-- Grain: one row a category (or, with $level, a subcategory) and value of $dimension in the period, blanks
-- as null. kind: 'value' for the twelve most frequent, 'rest' for all further ones together, 'blank';
-- further: how many values the rest holds.
with valued as (
	select
		case $level when 'subcategory' then subcategory else category end as name,
		value_of(
			$dimension, channel, category, subcategory, nature, priority, severity, department, team, agent,
			product, product_category, shop, region, city, customer_type, status, track, finding, resolution,
			customer_answer
		) as value
	from selection
),
counted as (
	select name, value, count(*) as cases
	from valued
	group by name, value
),
placed as (
	select value, row_number() over (order by sum(cases) desc, value) as place
	from counted
	where value is not null
	group by value
),
folded as (
	select
		name,
		case when place is null then 'blank' when place <= 12 then 'value' else 'rest' end as kind,
		case when place <= 12 then counted.value end as value,
		cases
	from counted
	left join placed on counted.value = placed.value
)
select
	name,
	kind,
	value,
	sum(cases)::double as cases,
	(select count(*) from placed where place > 12)::double as further
from folded
group by name, kind, value
order by name nulls last, kind desc, cases desc, value;
