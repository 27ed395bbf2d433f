-- How old are the open cases on the last day told of? Grain: one row a band of age;
-- from_days and below_days: half-open, below_days null: without end. late: past the limit of their
-- resolution; late_by_target: past the target date the log itself carries. since, until: days of receipt of the band, half-open, and open_on, the day, to open the cases by.
-- All open cases of the chosen ones, whenever they came. Left out: cases received after that day, and logs
-- that ended too long before it to say anything about it (`told_until`), as in overview/backlog.
with band as (
	select unnest([
		{from_days: 0, below_days: 1},
		{from_days: 1, below_days: 3},
		{from_days: 3, below_days: 7},
		{from_days: 7, below_days: 14},
		{from_days: 14, below_days: 30},
		{from_days: 30, below_days: 90},
		{from_days: 90, below_days: null}
	], recursive := true)
),
aged as (
	select
		received_day,
		resolved_outcome,
		own_target_outcome(source, state, target_at, ended_at) as own_target_outcome,
		date_diff('day', received_day, as_of_day()) as days
	from selection_ever
	left join told_until() using (source)
	where
		state = 'open'
		and received_day <= as_of_day()
		and (told_until is null or told_until >= as_of_day())
)
select
	band.from_days::double as from_days,
	band.below_days::double as below_days,
	count(aged.days)::double as cases,
	(count(*) filter (where resolved_outcome = 'open_late'))::double as late,
	(count(*) filter (where own_target_outcome = 'open_late'))::double as late_by_target,
	case when below_days is not null then as_of_day() - (below_days - 1)::integer end as since,
	as_of_day() - (from_days - 1)::integer as until,
	as_of_day() as open_on
from band
left join aged
	on aged.days >= band.from_days
	and (band.below_days is null or aged.days < band.below_days)
group by band.from_days, band.below_days
order by band.from_days;
