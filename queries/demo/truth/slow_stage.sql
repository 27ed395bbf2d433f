-- How slow is the planted stage of the slow department? One row: median hours in the stage there and
-- in all other departments, and in those others that keep the same days of work.
with spent as (
	select department = slow_department as theirs,
		weekends = (select d.weekends from department as d where d.department = slow_department) as same_days,
		case slow_stage when 'accepted' then accepted - dispatched
		when 'investigated' then investigated - accepted when 'proposed' then proposed - investigated
		else resolved - communicated end / 3600.0 as hours
	from outcome join department using (department_id) cross join plan
)
select slow_department as department, slow_stage || '_at' as stage,
	case slow_stage when 'accepted' then 'dispatched_at' when 'investigated' then 'accepted_at'
		when 'proposed' then 'investigated_at' else 'communicated_at' end as stage_from,
	slow_factor as planned_factor, count(hours) filter (where theirs) as cases,
	round(median(hours) filter (where theirs), 2) as median_hours,
	round(median(hours) filter (where not theirs), 2) as other_median_hours,
	round(median(hours) filter (where not theirs and same_days), 2) as same_days_median_hours,
	round(median(hours) filter (where theirs) / median(hours) filter (where not theirs), 2) as ratio
from spent cross join plan
group by all;
