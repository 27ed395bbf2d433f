-- The first rows a load set aside. Grain: one row a record; at most $rows.
select
	file_line::double as file_line,
	reason,
	column_name,
	value,
	raw
from quarantine
where load_id = $load_id
order by file_line
limit $rows;
