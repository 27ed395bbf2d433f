-- What is planted, where and when? One row; every choice is taken from the seed alone.
-- The log covers [since, until) of wall-clock days; until is the as-of instant.

create table plan as
with span as (select date '2022-11-19' as since, date '2025-11-19' as until),
improvement as (
	select ['做工瑕疵', '包裹破损', '错发漏发', '与描述不符'][1 + choice(1, 4)] as improvement_subcategory,
		date '2024-08-05' + 7 * choice(2, 27)::integer as improvement_from,
		round(0.42 + 0.12 * draw(-1, 3), 2) as improvement_factor
),
-- Mondays whose following six weeks touch no campaign and no spring festival.
quiet as (
	select monday, row_number() over (order by monday) - 1 as number, count(*) over () as many
	from (select date '2023-07-03' + 7 * unnest(range(105))::integer as monday)
	where not exists (
		select 1 from season
		where orders not between 0.9 and 1.31 and first_day < monday + 42 and last_day >= monday - 7
	)
),
surge as (
	select monday as surge_from, monday + 7 * (4 + choice(5, 3))::integer as surge_until
	from quiet where number = choice(4, many)
),
-- Mid-sellers among what is charged, in one of the larger regions.
surge_product as (
	select product_id as surge_product_id, product as surge_product,
		product_category as surge_product_category
	from product
	where product in ('听澜运动手环', '云岫充电宝 20000', '星屿手表 2', '云岫快充头 65W', '听澜降噪耳机', '净野吸尘器 V7')
	order by product_id limit 1 offset choice(6, 6)
),
surge_region as (
	select ['江苏', '浙江', '山东', '河南', '四川', '湖北', '湖南', '福建'][1 + choice(7, 8)] as surge_region
),
mix as (
	select category as mix_category, factor as mix_factor,
		'客服服务' as mix_shrinking_category, 0.2 as mix_shrinking_factor, after_from as mix_from,
		(after_from + interval 3 month)::date as mix_until,
		(after_from - interval 1 year)::date as mix_before_from,
		(after_from - interval 9 month)::date as mix_before_until
	from (select unnest(['售后服务', '虚假宣传']) as category, unnest([2.8, 4.0]) as factor,
			unnest(range(2)) as number),
		(select [date '2025-03-01', date '2025-07-01'][1 + choice(9, 2)] as after_from)
	where number = choice(8, 2)
),
-- Months without a campaign, a festival or a part in the surge or the shift of mix, nor after a month of the
-- surge or of 618, of which they would be the end: one of them becomes the decoy.
decoy as (
	select -round(2.25 + 0.35 * draw(-1, 11), 2) as decoy_z,
		list_filter(
			[date '2023-04-01', date '2023-05-01', date '2023-08-01', date '2023-09-01', date '2024-04-01',
				date '2024-05-01'],
			lambda month: (month < mix_before_from or month >= mix_before_until)
				and (month + interval 1 month <= surge_from or month - interval 1 month >= surge_until)
		) as decoy_months
	from mix cross join surge
),
slow as (
	select ['质检部', '财务部', '商品部', '物流部'][1 + choice(12, 4)] as slow_department,
		['investigated', 'resolved', 'proposed', 'accepted'][1 + choice(12, 4)] as slow_stage,
		round(3.2 + draw(-1, 13), 1) as slow_factor
),
weak as (
	select 1 + choice(14, 8) as weak_team_id,
		-round(0.5 + 0.15 * draw(-1, 15), 2) as weak_feeling, round(1.7 + 0.3 * draw(-1, 16), 2) as weak_pace
)
select *
from span, improvement, surge, surge_product, surge_region, mix, decoy, slow, weak;
