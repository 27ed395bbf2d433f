-- Which cases follow a place in the list?
-- Grain: one row a case, at most $rows, in the order chosen by set_sort and set_direction. The place is
-- given by the keys of its case: $anchored (false: from the start), $missing, $number, $text_up,
-- $text_down, $source, $case_no. Every page costs the same: no row is counted off.
-- Instants UTC, minutes wall clock; the narrative comes as it was written.
with page as (
	select source, case_no, missing, number_key, text_up, text_down
	from ordered_selection
	where
		not $anchored::boolean
		or missing > $missing::boolean
		or (
			missing = $missing::boolean
			and (
				number_key > $number::double
				or (
					number_key = $number::double
					and (
						text_up > $text_up
						or (
							text_up = $text_up
							and (
								text_down < $text_down
								or (text_down = $text_down and (source, case_no) > ($source, $case_no))
							)
						)
					)
				)
			)
		)
	order by missing, number_key, text_up, text_down desc, source, case_no
	limit $rows
)
select selection.*
from page
join selection using (source, case_no)
order by page.missing, page.number_key, page.text_up, page.text_down desc, source, case_no;
