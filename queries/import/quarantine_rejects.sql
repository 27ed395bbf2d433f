-- Sets aside the records whose shape does not fit the file, as they stand.
insert into quarantine (load_id, file_line, column_name, reason, value, raw, cells)
select
	getvariable('import')['load_id'],
	line,
	null,
	reason,
	fields || ' / ' || expected,
	raw,
	cells
from read_json(
	getvariable('import')['rejects'],
	format = 'newline_delimited',
	maximum_object_size = 268435456,
	columns = {line: 'bigint', reason: 'varchar', fields: 'bigint', expected: 'bigint', raw: 'varchar', cells: 'json'}
);
