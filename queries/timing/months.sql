-- In which months were how many cases received? Grain: one row a month of receipt, the earliest first.
select
	received_month as month,
	count(*)::double as cases
from complaint
group by received_month
order by received_month;
