-- On which days were how many cases received? Grain: one row a day of receipt, the earliest first.
select
	received_day as day,
	count(*)::double as cases
from complaint
group by received_day
order by received_day;
