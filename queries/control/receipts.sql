-- When did the cases come in, one by one? For charts of the time between rare cases.
-- Grain: one row a case of the whole log, the earliest first; at most the latest 301, so that whoever asks
-- can tell that there are more than the 300 such a chart is made for.
with latest as (
	select received_at, received_day, case_no
	from selection_ever
	order by received_at desc, case_no desc
	limit 301
)
select received_at as instant, received_day as day
from latest
order by received_at, case_no;
