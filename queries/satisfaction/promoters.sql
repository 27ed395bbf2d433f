-- How many would recommend, and how many would not?
-- Grain: one row. Answers 0–10: promoters 9–10, passives 7–8, detractors 0–6. Parameters: none.
-- Unanswered cases count in `cases` alone.
select
	cases() as cases,
	count(nps) as answered,
	count(*) filter (where nps >= 9) as promoters,
	count(*) filter (where nps in (7, 8)) as passives,
	count(*) filter (where nps <= 6) as detractors
from selection;
