-- What do customers write about? Grain: one row a theme, most cases first; theme null: like none of them.
-- cases_before: of the comparison period. rated, satisfied (4 or 5), score_sum as everywhere.
with now as (
	select
		theme,
		cases() as cases,
		rated(satisfaction) as rated,
		satisfied(satisfaction) as satisfied,
		score_sum(satisfaction) as score_sum
	from selection
	where words is not null
	group by theme
),
before as (
	select theme, cases() as cases
	from selection_before
	where words is not null
	group by theme
)
select
	now.theme::double as theme,
	theme_label.words as label,
	now.cases::double as cases,
	coalesce(before.cases, 0)::double as cases_before,
	now.rated::double as rated,
	now.satisfied::double as satisfied,
	now.score_sum
from now
left join before on before.theme is not distinct from now.theme
left join theme_label on theme_label.theme = now.theme
order by cases desc, theme;
