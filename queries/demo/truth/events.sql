-- What is planted, month by month, for a reader who judges what was said of a month? One row an event,
-- month and measure; standing effects hold in every month and have one row without a month.
-- kind: step (a new level from first_day of its first month on), spell (comes and goes), chance (nobody
-- should act on it), standing. begins: the month the event sets in. direction: up or down, of the measure
-- for those it touches (dimension = value, and second_dimension = second_value where there are two; all
-- cases where dimension is null). factor: planned, new level over old, null where it is not a factor.
-- cases: those of the selection that were received in the month's days, first_day to last_day.
with event as (
	select 1 as number, 'improvement' as event, 'step' as kind, improvement_from as from_day, until,
		'complaints per 1,000 orders' as measure, 'down' as direction,
		'subcategory' as dimension, improvement_subcategory as value,
		null::varchar as second_dimension, null::varchar as second_value, improvement_factor as factor
	from plan
	union all select 2, 'surge', 'spell', surge_from, surge_until, 'complaints', 'up',
		'product', surge_product, 'region', surge_region, null from plan
	union all select 3, 'mix_shift', 'spell', mix_from, mix_until, 'complaints', 'up',
		'category', mix_category, null, null, mix_factor from plan
	union all select 4, 'mix_shift', 'spell', mix_from, mix_until, 'complaints', 'down',
		'category', mix_shrinking_category, null, null, mix_shrinking_factor from plan
	union all select 5, 'mix_shift', 'spell', mix_from, mix_until, measure, 'down', null, null, null, null, null
	from plan cross join (select unnest(['satisfied share', 'mean satisfaction']) as measure)
	union all select 6, 'decoy', 'chance', decoy_month, (decoy_month + interval 1 month)::date,
		'mean satisfaction', 'down', null, null, null, null, null from plan
	union all select 7, 'slow_stage', 'standing', since, until, 'hours until ' || slow_stage || '_at', 'up',
		'department', slow_department, null, null, slow_factor from plan
	union all select 8, 'weak_team', 'standing', since, until, measure, direction, 'team', team, null, null, factor
	from plan
	join team on team_id = weak_team_id
	cross join (values ('mean satisfaction', 'down', null), ('minutes to first response', 'up', true))
		as m(measure, direction, is_pace)
	cross join lateral (select case when is_pace then weak_pace end as factor)
),
month as (
	select distinct date_trunc('month', day)::date as month from day cross join plan where day >= since
),
placed as (
	select event.*, month, greatest(from_day, month) as first_day,
		least(until, (month + interval 1 month)::date) - 1 as last_day
	from event
	join month on month < until and (month + interval 1 month)::date > from_day
	where kind <> 'standing'
	union all
	select *, null, from_day, until - 1 from event where kind = 'standing'
),
told as (
	select day, category, subcategory, product, region, d.department, team
	from outcome
	join subcategory using (sub_id)
	join product using (product_id)
	join place using (place_id)
	join department as d using (department_id)
	join agent using (agent_id)
	join team using (team_id)
)
select event, kind, strftime(month, '%Y-%m') as month,
	case when kind <> 'standing' then month = min(month) over (partition by number) end as begins,
	first_day, last_day, measure, direction, dimension, value, second_dimension, second_value, factor,
	count(told.day) as cases
from placed
left join told on told.day between first_day and last_day
	and (dimension is null or value = case dimension when 'subcategory' then subcategory
		when 'category' then category when 'product' then product when 'department' then told.department
		else team end)
	and (second_dimension is null or second_value = region)
group by number, event, kind, month, first_day, last_day, measure, direction, dimension, value,
	second_dimension, second_value, factor
order by month nulls first, number, measure;
