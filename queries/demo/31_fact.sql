-- Who is concerned by each case: product, shop, place, channel, priority, agent? One row a case.
-- The cases of the planted surge get its product and region; all else is drawn from the wheels.
-- Joins run in the order written, the cases first: the optimiser sometimes joins wheel with wheel.

set disabled_optimizers = 'join_order,build_side_probe_side';

create table fact as
with drawn as (
	select r.n, r.nth, r.received, r.day, r.sub_id, r.surge,
		(r.received % 86400 < 28800 or r.received % 86400 >= 75600)::integer as night,
		pick(n, 3, 1000)::integer as a, pick(n, 4, 1000)::integer as b, pick(n, 5, 1000)::integer as c,
		pick(n, 6, 1000)::integer as d, pick(n, 7, 1000)::integer as e, pick(n, 8, 1000)::integer as f,
		pick(n, 9, 1000)::integer as g
	from receipt as r
),
goods_drawn as (
	select drawn.*, goods.value as goods_id
	from drawn
	join (select key, slot, value from wheel where kind = 'goods') as goods on goods.key = sub_id and goods.slot = a
),
product_drawn as (
	select goods_drawn.* exclude (goods_id),
		case when surge then plan.surge_product_id else product.value end::smallint as product_id
	from goods_drawn
	join (select key, slot, value from wheel where kind = 'product') as product
		on product.key = goods_id and product.slot = b
	cross join plan
)
select d.n, d.nth, d.received, d.day, d.sub_id, d.surge, d.product_id, p.goods_id::smallint as goods_id,
	shop.value as shop_id,
	case when surge then (
		select min(place_id) from place join plan on region = surge_region
	) else place.value end::smallint as place_id,
	channel.value as channel_id, priority.value as priority_id, agent.value as agent_id,
	-- Nine in ten go to the department of the subcategory, the rest stays with customer service.
	case when draw(n, 10) < 0.9 then home.department_id else 1 end::smallint as department_id
from product_drawn as d
join product as p using (product_id)
join (select key, slot, value from wheel where kind = 'shop') as shop on shop.key = p.goods_id and shop.slot = c
join (select slot, value from wheel where kind = 'place') as place on place.slot = d
join (select key, slot, value from wheel where kind = 'channel') as channel on channel.key = night and channel.slot = e
join (select key, slot, value from wheel where kind = 'priority') as priority
	on priority.key = d.sub_id and priority.slot = f
join (select slot, value from wheel where kind = 'agent') as agent on agent.slot = g
join subcategory as s using (sub_id)
join department as home using (department)
order by n;

reset disabled_optimizers;

drop table receipt;
