-- Sets aside the rows with a problem, with their fields as a JSON list in the order of the file.
-- value: the text of the column at fault as the file writes it (a date and its time of day joined by a
-- blank), null where that is blank.
insert into quarantine (load_id, file_line, column_name, reason, value, raw)
with row_aside as (
	select
		line,
		staged.problem,
		list_value(*columns(raw_row.* exclude (line, row_hash))) as cells
	from staged
	join raw_row using (line)
	where staged.problem is not null
),
said as (
	select
		*,
		array_to_string(
			list_select(cells, getvariable('import')['positions'][problem.field]), ' '
		) as value
	from row_aside
)
select
	getvariable('import')['load_id'],
	line,
	problem.field,
	problem.reason,
	case when filled(value) is not null then value end,
	to_json(cells)::varchar
from said
order by line;
