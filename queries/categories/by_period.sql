-- When does each category come up?
-- Grain: one row a category (or, with $level, a subcategory) and month, week from Monday or day ($step)
-- that has cases, over all days of the log; blanks as null. Shares and their z are made in src/lib/measures.
select
	case $level when 'subcategory' then subcategory else category end as name,
	period_start($step, received_day, received_week, received_month) as since,
	count(*) as cases
from selection_ever
group by name, since
order by since, cases desc, name nulls last;
