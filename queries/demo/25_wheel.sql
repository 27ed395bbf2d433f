-- Which value does a number from 0 to 999 stand for? One row a kind, key and slot: weights become
-- slots, so that a weighted draw is one hash join. Keys: channel 1 = night; priority and goods by
-- subcategory; product and shop by product category.

create table wheel as
with hour_weight as (
	select unnest(range(24)) as hour,
		unnest([14, 8, 4, 3, 2, 3, 8, 18, 42, 68, 74, 62, 52, 54, 62, 64, 62, 58, 56, 62, 70, 68, 48, 26]) as weight
),
weighted as (
	select 'hour' as kind, 0::bigint as key, hour as value, weight::bigint as weight from hour_weight
	union all select 'channel', 0, channel_id, day_weight from channel
	union all select 'channel', 1, channel_id, night_weight from channel
	union all select 'place', 0, place_id, weight from place
	union all select 'agent', 0, agent_id, weight from agent
	union all
	select 'priority', s.sub_id, p.priority_id,
		case c.urgency when 'sharp' then p.sharp when 'mild' then p.mild else p.plain end
	from subcategory as s
	join category as c on s.category is not distinct from c.category
	cross join priority as p
	union all
	select 'goods', s.sub_id, g.goods_id, (select sum(h.weight) from shelf as h where h.goods_id = g.goods_id)
	from subcategory as s join product_category as g on s.goods = 'all' or list_contains(g.traits, s.goods)
	union all select 'product', goods_id, product_id, 100000 // (rank + 3) from product
	union all select 'shop', goods_id, shop_id, (weight * care * 100)::bigint from shelf
),
cumulated as (
	select kind, key, value, sum(weight) over walk as upper, sum(weight) over walk - weight as lower,
		sum(weight) over (partition by kind, key) as total
	from weighted
	window walk as (partition by kind, key order by value)
)
select kind, key::integer as key, slot::integer as slot, value::smallint as value
from cumulated join range(1000) as t(slot)
	on (2 * slot + 1) * total >= 2000 * lower and (2 * slot + 1) * total < 2000 * upper
order by kind, key, slot;
