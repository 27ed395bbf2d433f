-- Which complaints say nearly the same? Grain: one row a group with two cases or more in the selection,
-- largest first, at most 200. customers: different ones, known ones only; sample: the earliest narrative.
select
	twins::double as twins,
	cases()::double as cases,
	count(distinct customer)::double as customers,
	min(received_day) as first_day,
	max(received_day) as last_day,
	arg_min(narrative, received_at) as sample
from selection
where twins is not null
group by twins
having count(*) > 1
order by cases desc, last_day desc, twins
limit 200;
