-- Why did rows of a load not go in? Grain: one row a reason and column.
select
	reason,
	column_name,
	count(*)::double as rows
from quarantine
where load_id = $load_id
group by reason, column_name
order by rows desc, reason, column_name;
