-- The rows a load set aside, in the order of the file. Grain: one row a record.
-- raw: a JSON list of fields, or the record's text where it could not be cut.
select
	file_line::double as file_line,
	reason,
	column_name,
	value,
	coalesce(cells::varchar, raw) as raw
from quarantine
where load_id = $load_id
order by file_line;
