-- How does each theme go from month to month? Grain: one row a theme and month with a case, on all days.
select
	theme::double as theme,
	received_month as month,
	cases()::double as cases
from selection_ever
where theme is not null
group by theme, received_month
order by theme, month;
