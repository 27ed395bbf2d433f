-- When does each case pass its stages? One row a case; seconds of wall-clock time since 1970, every
-- stage not before the one before it. What lies after the as-of instant has not happened yet.
-- Durations are lognormal; nights wait for the morning, offices rest at weekends; handling gets
-- faster over the three years, and slower under load. About one case in a hundred stalls for good.
-- response_z and trouble are the case's own luck: satisfaction looks at them, not at the minutes,
-- so that the trend and the campaigns leave mean satisfaction alone.

create table clock as
with luck as (
	select f.*, normal(n, 20) as response_z, normal(n, 22) as trouble,
		exp(-0.2 * date_diff('day', plan.since, f.day) / 365.25) * sqrt(greatest(0.6, day.load)) as pace,
		p.answer_minutes, p.pace as priority_pace,
		agent.pace * case when agent.team_id = weak_team_id then weak_pace else 1 end as agent_pace,
		department.weekends,
		case when department.department = slow_department then slow_stage else '' end as slow_here, slow_factor,
		case when draw(n, 24) < 0.05 then 1 when draw(n, 24) < 0.06 then 2 else 0 end as reopened,
		case when draw(n, 25) < 0.009 then pick(n, 26, 5) + 1 else 9 end as stalls_at,
		seconds_of(plan.until) as until
	from fact as f
	join day using (day) join priority as p using (priority_id) join agent using (agent_id)
	join department using (department_id) cross join plan
),
answered as (
	select *, awake(
		case when priority_id <= 2 then received else awake(received, draw(n, 27) * 0.3) end
			+ (60 * answer_minutes * pace * agent_pace * exp(0.8 * response_z))::bigint + 20,
		draw(n, 28)
	) as usual_answer,
	-- The first two priorities are answered round the clock.
	received + (60 * answer_minutes * pace * agent_pace * exp(0.8 * response_z))::bigint + 20 as instant_answer
	from luck
),
s1 as (
	select *, case when priority_id <= 2 then instant_answer else usual_answer end as first_response,
		2600 * pace * priority_pace * exp(0.55 * trouble) as hour
	from answered
),
s2 as (
	select *, received + ((first_response - received) * (0.02 + 0.5 * power(draw(n, 29), 2)))::bigint as registered,
		greatest(first_response, awake(first_response + (0.6 * hour * exp(0.8 * normal(n, 30)))::bigint, draw(n, 32)))
			as dispatched
	from s1
),
s3 as (
	select *, dispatched + (2 * hour * exp(0.7 * normal(n, 33))
		* case slow_here when 'accepted' then slow_factor else 1 end)::bigint as t from s2
),
s4 as (
	select * exclude (t), greatest(dispatched, case when weekends then awake(t, draw(n, 35)) else office(t, draw(n, 35)) end)
		as accepted from s3
),
s5 as (
	select *, accepted + (8 * hour * exp(0.7 * normal(n, 36))
		* case slow_here when 'investigated' then slow_factor else 1 end)::bigint as t from s4
),
s6 as (
	select * exclude (t), greatest(accepted, case when weekends then awake(t, draw(n, 38)) else office(t, draw(n, 38)) end)
		as investigated from s5
),
s7 as (
	select *, investigated + (2.5 * hour * exp(0.7 * normal(n, 39))
		* case slow_here when 'proposed' then slow_factor else 1 end)::bigint as t from s6
),
s8 as (
	select * exclude (t), greatest(investigated, case when weekends then awake(t, draw(n, 41)) else office(t, draw(n, 41)) end)
		as proposed from s7
),
s9 as (
	select *, greatest(proposed, awake(proposed + (1.2 * hour * exp(0.8 * normal(n, 42)))::bigint, draw(n, 44)))
		as communicated from s8
),
s10 as (
	select *, communicated + (5 * hour * exp(0.8 * normal(n, 45)) * (1 + 1.5 * reopened)
		* case slow_here when 'resolved' then slow_factor else 1 end)::bigint as t from s9
),
s11 as (
	select * exclude (t), greatest(communicated, case when weekends then awake(t, draw(n, 47)) else office(t, draw(n, 47)) end)
		as resolved from s10
),
s12 as (
	select *, greatest(resolved, awake(resolved + (6 * 3600 * exp(0.9 * normal(n, 48)))::bigint, draw(n, 50)))
		as closed from s11
),
s13 as (
	select *, awake(closed + (20 * 3600 * exp(0.5 * normal(n, 51)))::bigint, draw(n, 53)) as followed_up from s12
)
select n, nth, received, day, sub_id, surge, product_id, goods_id, shop_id, place_id, channel_id, priority_id,
	agent_id, department_id, response_z, trouble, reopened,
	case when registered < until then registered end as registered,
	case when first_response < until and stalls_at > 1 then first_response end as first_response,
	case when dispatched < until and stalls_at > 2 then dispatched end as dispatched,
	case when accepted < until and stalls_at > 3 then accepted end as accepted,
	case when investigated < until and stalls_at > 4 then investigated end as investigated,
	case when proposed < until and stalls_at > 5 then proposed end as proposed,
	case when communicated < until and stalls_at > 5 then communicated end as communicated,
	case when resolved < until and stalls_at > 5 then resolved end as resolved,
	case when closed < until and stalls_at > 5 then closed end as closed,
	case when followed_up < until and stalls_at > 5 and draw(n, 54) < 0.62 then followed_up end as followed_up
from s13
order by n;

drop table fact;
