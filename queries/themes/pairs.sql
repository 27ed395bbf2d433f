-- Which words go together in one narrative? Grain: one row a pair of the 80 words most cases of the selection
-- use, first before second; together: cases with both.
with mentioned as (
	select row_number() over (order by source, case_no) as case_at, unnest(words_of(words)) as word
	from selection
	where words <> ''
),
common as (
	select word, cases() as cases
	from mentioned
	group by word
	order by cases desc, word
	limit 80
),
kept as (
	select mentioned.case_at, mentioned.word, common.cases
	from mentioned
	join common using (word)
)
select
	a.word as first,
	b.word as second,
	cases()::double as together,
	any_value(a.cases)::double as first_cases,
	any_value(b.cases)::double as second_cases
from kept as a
join kept as b on a.case_at = b.case_at and a.word < b.word
group by a.word, b.word
order by together desc, first, second;
