-- Which category does an unclassified case read like? Grain: one row a case of the selection without a
-- category, surest first. confidence: share of classified cases read as clearly that were read rightly.
select
	selection.source,
	selection.case_no,
	selection.received_day,
	category_suggestion.category,
	category_suggestion.confidence
from selection
join category_suggestion using (source, case_no)
where selection.category is null
order by category_suggestion.confidence desc, received_day desc, selection.source, selection.case_no;
