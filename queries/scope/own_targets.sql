-- How many cases of each log carry a target date of their own, and are those dates alone?
-- Grain: one row a source with any. by_date: no target has a time of day, so each means the whole of its day.
select
	source,
	count(target_at)::double as targeted,
	bool_and(is_date_alone(target_at)) as by_date
from selection
where target_at is not null
group by source
order by source;
