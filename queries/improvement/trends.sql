-- What does each period bring for each of several choices of cases at once? For the small trends of a board.
-- Grain: one row a choice (place in $choices, from 0), and month or week from Monday of receipt that has a case
-- of it. $choices is a JSON list, each with step, since (first day wanted), time ('first_response',
-- 'resolution' or ''), and of every dimension the values wanted ('' for blank; absent: all).
-- time_median: minutes, wall clock, of the time named alone; of resolutions open cases count as not yet
-- resolved. The other columns are those of control/periods.
with choice as (
	select
		key::integer as choice,
		value ->> 'step' as step,
		value ->> 'time' as time,
		day_in(value, 'since') as first_day,
		texts_in(value, 'channel') as channels,
		texts_in(value, 'category') as categories,
		texts_in(value, 'subcategory') as subcategories,
		texts_in(value, 'nature') as natures,
		texts_in(value, 'priority') as priorities,
		texts_in(value, 'severity') as severities,
		texts_in(value, 'department') as departments,
		texts_in(value, 'team') as teams,
		texts_in(value, 'agent') as agents,
		texts_in(value, 'product') as products,
		texts_in(value, 'product_category') as product_categories,
		texts_in(value, 'shop') as shops,
		texts_in(value, 'region') as regions,
		texts_in(value, 'city') as cities,
		texts_in(value, 'customer_type') as customer_types,
		texts_in(value, 'status') as statuses,
		texts_in(value, 'track') as tracks,
		texts_in(value, 'finding') as findings,
		texts_in(value, 'resolution') as resolutions,
		texts_in(value, 'customer_answer') as customer_answers
	from json_each($choices::json)
),
chosen_cases as (
	select
		choice,
		case step when 'week' then received_week else received_month end as since,
		satisfaction,
		first_response_minutes,
		case when state = 'open' then coalesce(resolution_minutes, 'infinity'::double) else resolution_minutes end
			as resolution_minutes,
		time,
		reopens_told(received_day, reopened_count) as reopened_count,
		first_response_outcome,
		resolved_outcome,
		cost
	from selection_ever
	join choice
		on received_day >= first_day
		and chosen(channels, channel)
		and chosen(categories, category)
		and chosen(subcategories, subcategory)
		and chosen(natures, nature)
		and chosen(priorities, priority)
		and chosen(severities, severity)
		and chosen(departments, department)
		and chosen(teams, team)
		and chosen(agents, agent)
		and chosen(products, product)
		and chosen(product_categories, product_category)
		and chosen(shops, shop)
		and chosen(regions, region)
		and chosen(cities, city)
		and chosen(customer_types, customer_type)
		and chosen(statuses, status)
		and chosen(tracks, track)
		and chosen(findings, finding)
		and chosen(resolutions, resolution)
		and chosen(customer_answers, customer_answer)
)
select
	choice::double as choice,
	since,
	cases() as cases,
	rated(satisfaction) as rated,
	satisfied(satisfaction) as satisfied,
	dissatisfied(satisfaction) as dissatisfied,
	score_sum(satisfaction) as score_sum,
	count(first_response_minutes) as responded,
	count(resolution_minutes) as cohort,
	median_of(
		case time when 'first_response' then first_response_minutes when 'resolution' then resolution_minutes end
	) as time_median,
	count(reopened_count) as reopen_known,
	count(*) filter (where reopened_count > 0) as reopened,
	count(*) filter (where first_response_outcome in ('met', 'breached', 'open_late')) as first_response_due,
	count(*) filter (where first_response_outcome = 'met') as first_response_kept,
	count(*) filter (where resolved_outcome in ('met', 'breached', 'open_late')) as resolution_due,
	count(*) filter (where resolved_outcome = 'met') as resolution_kept,
	count(cost) as costed,
	coalesce(sum(cost), 0)::double as cost
from chosen_cases
group by choice, since
order by choice, since;
