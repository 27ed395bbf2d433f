-- Which corrections of cases hold? Grain: one row a case and field; the last word on it, left out where
-- that word withdrew it. value null: corrected to blank.
with spoken as (
	select
		number,
		kind,
		body ->> 'source' as source,
		body ->> 'case_no' as case_no,
		body ->> 'field' as field,
		body ->> 'value' as value
	from event
	where kind in ('case_corrected', 'case_correction_withdrawn')
),
last_word as (
	select source, case_no, field, max(number) as number
	from spoken
	group by source, case_no, field
)
select source, case_no, field, value, number
from last_word
join spoken using (source, case_no, field, number)
where kind = 'case_corrected'
order by number;
