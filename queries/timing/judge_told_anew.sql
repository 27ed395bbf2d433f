-- Has cases judged anew where their log tells otherwise of limits than before a change, though nothing of
-- the cases themselves changed: of another stage (an open case without its time is then late and no longer
-- without time), or of what the word of their priority stands for. Sources new with the change have no
-- judgement yet.
with changed as (
	(from told_before except from told_of_limits)
	union all
	(from told_of_limits except from told_before)
),
known as (
	select distinct source
	from told_before
)
update complaint
set judged_as_of = null
from (
	select distinct source, word
	from changed
	semi join known using (source)
) as told
where
	complaint.source = told.source
	and complaint.judged_as_of is not null
	and (told.word is null or told.word = folded_word(complaint.priority));
