-- Which cases does the file name more than once? The flag stands on the row that holds in the end.
insert into flag
with said as (
	select
		case_no,
		arg_max(line, nth) as line,
		bool_or(repeats) as same,
		bool_or(nth > 1 and not repeats) as differs
	from repeated
	group by case_no
)
select line, 'duplicate_id_same' from said where same
union all
select line, 'duplicate_id_differs' from said where differs;
