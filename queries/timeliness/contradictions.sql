-- In which cases does the log's own on-time flag contradict its dates? Grain: one row a case, the latest
-- received first, at most 200. A log that gives its targets as dates alone means the whole of the day.
with dated as (
	select source, bool_and(is_date_alone(target_at)) as by_date
	from selection_ever
	where target_at is not null
	group by source
)
select
	source,
	case_no,
	received_at,
	target_at,
	ended_at,
	on_time,
	resolved_outcome as ours
from selection
join dated using (source)
where on_time is not null and kept_target(ended_at, target_at, by_date) <> on_time
order by received_at desc, source, case_no
limit 200;
