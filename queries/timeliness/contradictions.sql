-- In which cases does the log's own on-time flag contradict its dates? Grain: one row a case, the latest
-- received first, at most 200.
select
	source,
	case_no,
	received_at,
	target_at,
	ended_at,
	on_time,
	resolved_outcome as ours
from selection
where target_at is not null and on_time is not null and (ended_at <= target_at) <> on_time
order by received_at desc, source, case_no
limit 200;
