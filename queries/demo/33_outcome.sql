-- How does each case end: scores, decision, money? One row a case.
-- The score is a rounded sum: priority, category, agent, the case's own luck with speed and
-- trouble, and chance. Seven in ten who are called back give a score.
-- amount, cost: yuan; handling_minutes: minutes of work.

create table outcome as
with felt as (
	select c.*, p.price, s.about,
		round(4.12 + pr.feeling + cat.feeling + agent.feeling
			+ case when agent.team_id = weak_team_id then weak_feeling else 0 end
			- 0.42 * response_z - 0.36 * trouble - 0.45 * reopened + 0.85 * normal(n, 60))::integer as felt,
		closed is not null and draw(n, 64) < 0.015 as withdrawn,
		pick(n, 65, 100) as found, pick(n, 66, 100) as decided, pick(n, 67, 100) as agreed
	from clock as c
	join product as p using (product_id) join subcategory as s using (sub_id)
	join category as cat on s.category is not distinct from cat.category
	join priority as pr using (priority_id) join agent using (agent_id) cross join plan
),
decision as (
	select *, case when followed_up is not null and not withdrawn and draw(n, 62) < 0.70
			then greatest(1, least(5, felt)) end as satisfaction,
		case
			when proposed is null or withdrawn then null
			when about = 'goods' then case
				when decided < 36 then '退款' when decided < 53 then '换货' when decided < 61 then '维修'
				when decided < 68 then '补发' when decided < 83 then '补偿' when decided < 88 then '道歉'
				when decided < 95 then '解释说明' else '不予支持' end
			else case
				when decided < 14 then '退款' when decided < 40 then '补偿' when decided < 66 then '道歉'
				when decided < 93 then '解释说明' else '不予支持' end
		end as resolution
	from felt
),
money as (
	select *, round(case resolution when '退款' then price * (0.6 + 0.4 * draw(n, 68))
		when '补偿' then greatest(5, price * (0.04 + 0.2 * draw(n, 68))) end, 2) as amount
	from decision
)
select n, nth, received, day, sub_id, surge, product_id, goods_id, shop_id, place_id, channel_id, priority_id,
	agent_id, department_id, registered, first_response, dispatched, accepted, investigated, proposed,
	communicated, resolved, closed, followed_up, reopened, withdrawn, resolution, amount,
	satisfaction::tinyint as satisfaction,
	case when investigated is null then null when found < 58 then '属实' when found < 80 then '部分属实'
		when found < 94 then '不属实' else '无法核实' end as finding,
	case when communicated is null or withdrawn then null when agreed < 76 then '接受'
		when agreed < 91 then '部分接受' else '拒绝' end as customer_answer,
	case when resolved is null then null else round(case resolution
		when '退款' then amount * 0.35 + 10 when '换货' then price * 0.25 + 14 when '维修' then price * 0.12 + 18
		when '补发' then price * 0.1 + 9 when '补偿' then amount else 2 end * exp(0.25 * normal(n, 69)), 2)
	end as cost,
	case when resolved is null then null else round(24 * exp(0.6 * normal(n, 71) + 0.25 * reopened), 0)
	end::integer as handling_minutes
from money
order by n;

drop table clock;
