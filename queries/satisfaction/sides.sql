-- How was each side of the handling scored, and with which overall score?
-- Grain: one row a side, overall score and score of the side. Scores 1–5; `overall` null where only the
-- side was scored. Sides: timeliness, solution, openness, follow_up. Parameters: none. Left out: cases
-- without a score of the side.
with side (side) as (
	values ('timeliness'), ('solution'), ('openness'), ('follow_up')
),
scored as (
	select
		side,
		satisfaction as overall,
		case side
			when 'timeliness' then satisfaction_timeliness
			when 'solution' then satisfaction_solution
			when 'openness' then satisfaction_openness
			else satisfaction_follow_up
		end as score
	from selection
	cross join side
)
select side, overall, score, cases() as cases
from scored
where score is not null
group by side, overall, score
order by side, overall nulls last, score;
