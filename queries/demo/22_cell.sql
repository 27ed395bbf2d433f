-- How likely is a complaint of each subcategory on each day? One row a day and subcategory, and one
-- a day of the planted surge; `start` is the running sum of whole-number weights, so that a uniform
-- whole number below the total falls into exactly one cell. Whole numbers keep the sums exact.

create table cell as
with shared as (
	select s.sub_id, s.category, s.subcategory,
		c.weight::double * s.weight / sum(s.weight) over (partition by c.category_id) / 1000 as share
	from subcategory as s join category as c on s.category is not distinct from c.category
),
ordinary as (
	select day.day, sub_id, false as surge,
		complaints * share
			* case when category = '物流配送' then logistics else 1 end
			* case when subcategory = improvement_subcategory and day.day >= improvement_from
				then improvement_factor else 1 end
			* case
				when day.day < mix_from or day.day >= mix_until then 1
				when category = mix_category then mix_factor
				when category = mix_shrinking_category then mix_shrinking_factor
				else 1
			end as weight
	from day cross join shared cross join plan
	where day.day >= since
),
-- About 1.3 cases in a thousand of the whole log; rises for a week, then fades.
surging as (
	select day.day, (select sub_id from subcategory where subcategory = '功能故障') as sub_id, true as surge,
		0.0013 * (select sum(d.complaints) from day as d where d.day >= since)
			* exp(-power((date_diff('day', surge_from, day.day) - 0.4 * span) / (0.28 * span), 2))
			/ (0.49 * span) as weight
	from day cross join (select *, date_diff('day', surge_from, surge_until) as span from plan) as plan
	where day.day >= surge_from and day.day < surge_until
),
whole as (
	select day, sub_id, surge, round(weight * 1e9)::bigint as weight
	from (from ordinary union all from surging)
)
select row_number() over walk as cell_id, day, sub_id, surge, weight,
	(sum(weight) over walk - weight)::bigint as start
from whole
window walk as (order by day, surge, sub_id)
order by cell_id;
