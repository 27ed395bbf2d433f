-- In which cases does the log's own on-time flag contradict its dates? Grain: one row a case, the latest
-- received first, at most 200. A log that gives its targets as dates alone means the whole of the day.
select
	source,
	case_no,
	received_at,
	target_at,
	ended_at,
	on_time,
	resolved_outcome as ours
from selection
where contradicting_flag(source, target_at, ended_at, on_time) is not null
order by received_at desc, source, case_no
limit 200;
