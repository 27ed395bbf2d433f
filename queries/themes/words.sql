-- Which words do cases use, in the selection and in what it is held against? Grain: one row a word, most
-- used first. A word counts once a case. $held_against: 'rest' are all cases of the period, 'days' the same choice
-- on all days; both with the selection in them. Left out: contact data, numbers and ids, stop words, words of
-- fewer than five narratives, names of the case's own product, shop and place.
with inside as (
	select unnest(words_of(words)) as word
	from selection
	where words <> ''
),
whole as (
	select words from selection_against where $held_against = 'rest'
	union all
	select words from selection_ever where $held_against = 'days'
),
around as (
	select unnest(words_of(words)) as word
	from whole
	where words <> ''
),
counted_inside as (
	select word, cases() as cases
	from inside
	group by word
),
counted_around as (
	select word, cases() as cases
	from around
	group by word
)
select
	word,
	coalesce(counted_inside.cases, 0)::double as cases,
	coalesce(counted_around.cases, counted_inside.cases)::double as cases_of_all
from counted_around
full join counted_inside using (word)
order by cases desc, word;
