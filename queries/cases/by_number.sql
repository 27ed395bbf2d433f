-- Which cases have a number, or an order number, that begins like this?
-- Grain: one row a case, at most $rows; a number that is $text comes first, then by number. Over all days.
-- Upper and lower case, full-width and half-width are one: people type what they remember, not what is kept.
with wanted as (
	select lower(narrow_text($text)) as text
)
select
	source,
	case_no,
	order_no,
	received_day,
	subcategory,
	category
from selection_ever
cross join wanted
where left(lower(case_no), length(text)) = text or left(lower(order_no), length(text)) = text
order by case_no = $text desc, lower(case_no) = text desc, case_no, source
limit $rows;
