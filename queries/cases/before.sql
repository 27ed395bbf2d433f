-- Which cases come before a place in the list? The mirror of after.sql: the nearest $rows cases, still
-- shown in the order of the list.
with page as (
	select source, case_no, missing, number_key, text_up, text_down
	from ordered_selection
	where
		missing < $missing::boolean
		or (
			missing = $missing::boolean
			and (
				number_key < $number::double
				or (
					number_key = $number::double
					and (
						text_up < $text_up
						or (
							text_up = $text_up
							and (
								text_down > $text_down
								or (text_down = $text_down and (source, case_no) < ($source, $case_no))
							)
						)
					)
				)
			)
		)
	order by
		missing desc,
		number_key desc,
		text_up desc,
		text_down,
		source desc,
		case_no desc
	limit $rows
)
select selection.*
from page
join selection using (source, case_no)
order by page.missing, page.number_key, page.text_up, page.text_down desc, source, case_no;
