-- Which cases have a number, or an order number, that begins like this?
-- Grain: one row a case, at most $rows; a number that is $text comes first, then by number. Over all days.
select
	source,
	case_no,
	order_no,
	received_day,
	subcategory,
	category
from selection_ever
where left(case_no, length($text)) = $text or left(order_no, length($text)) = $text
order by case_no = $text desc, case_no, source
limit $rows;
