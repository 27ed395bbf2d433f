-- How many cases were open at the end of the period, and of the one it is compared with?
-- Grain: one row a span ('now', 'before'). Counts cases received on any day up to that one. Left out:
-- cases closed without an end time, logs without ends, and logs that ended too long before the day to
-- say anything about it (`told_until`).
with ends as (
	select 'now' as span, period_until() - 1 as on_day
	union all
	select 'before' as span, before_until() - 1 as on_day
)
select
	span,
	on_day,
	count(*) filter (
		where open_at_end_of(state, ended_day, on_day) and (told_until is null or told_until >= on_day)
	) as open_cases
from ends
join selection_ever on received_day <= on_day
left join told_until() using (source)
where span = 'now' or before_since() < before_until()
group by span, on_day
order by span desc;
