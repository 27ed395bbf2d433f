-- How many cases say anything in words? Grain: one row over the selection. narratives: cases with one;
-- read: of these, those read; themed: those in a theme; unclassified: narratives without a category.
select
	cases()::double as cases,
	count(narrative)::double as narratives,
	(count(*) filter (where narrative is not null and words is not null))::double as read,
	count(theme)::double as themed,
	(count(*) filter (where narrative is not null and category is null))::double as unclassified
from selection;
