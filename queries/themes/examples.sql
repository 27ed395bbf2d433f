-- Which cases show a theme best? Grain: one row an example, three a theme that use different words, the most
-- typical first (fit: cosine with the middle of the theme).
with ranked as (
	select
		theme,
		source,
		case_no,
		theme_fit,
		row_number() over (partition by theme, words order by received_at desc, source, case_no) as nth_alike
	from selection
	where theme is not null
),
placed as (
	select
		*,
		row_number() over (partition by theme order by theme_fit desc, source, case_no) as place
	from ranked
	where nth_alike = 1
)
select theme::double as theme, source, case_no, theme_fit as fit
from placed
where place <= 3
order by theme, place;
