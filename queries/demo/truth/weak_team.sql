-- How far below standard is the planted group of agents? One row: mean satisfaction and median first
-- response of the team and of all others; z of the difference of means.
with scored as (
	select agent.team_id = weak_team_id as theirs, satisfaction, (first_response - received) / 60.0 as minutes
	from outcome join agent using (agent_id) cross join plan
)
select team.team, (select list(agent order by agent_id) from agent where agent.team_id = weak_team_id) as agents,
	weak_feeling as planned_points, weak_pace as planned_pace,
	count(satisfaction) filter (where theirs) as rated,
	round(avg(satisfaction) filter (where theirs), 4) as mean_satisfaction,
	round(avg(satisfaction) filter (where not theirs), 4) as other_mean_satisfaction,
	round((avg(satisfaction) filter (where theirs) - avg(satisfaction) filter (where not theirs))
		/ sqrt(var_samp(satisfaction) filter (where theirs) / count(satisfaction) filter (where theirs)
			+ var_samp(satisfaction) filter (where not theirs) / count(satisfaction) filter (where not theirs)), 2) as z,
	round(median(minutes) filter (where theirs), 1) as median_first_response_minutes,
	round(median(minutes) filter (where not theirs), 1) as other_median_first_response_minutes
from scored cross join plan join team on team.team_id = weak_team_id
group by all;
