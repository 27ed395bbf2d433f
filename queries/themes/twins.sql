-- Which complaints say nearly the same? Grain: one row a group with two cases or more in the selection,
-- largest first, at most 200. customers: different ones, known ones only; source and case_no: the earliest.
select
	twins::double as twins,
	cases()::double as cases,
	count(distinct customer)::double as customers,
	min(received_day) as first_day,
	max(received_day) as last_day,
	arg_min(source, received_at) as source,
	arg_min(case_no, received_at) as case_no
from selection
where twins is not null
group by twins
having count(*) > 1
order by cases desc, last_day desc, twins
limit 200;
