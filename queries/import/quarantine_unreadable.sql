-- Sets aside the rows with a problem, with their fields as a JSON list in the order of the file.
insert into quarantine (load_id, file_line, column_name, reason, value, raw)
select
	getvariable('import')['load_id'],
	staged.line,
	staged.problem.field,
	staged.problem.reason,
	staged.problem.value,
	to_json(list_value(*columns(raw_row.* exclude (line, row_hash))))::varchar
from staged
join raw_row on raw_row.rowid = staged.ordinal
where staged.problem is not null
order by staged.ordinal;
