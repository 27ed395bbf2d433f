-- Which further columns, known to no field, do the chosen cases have?
-- Grain: one row a column name. Every case of a load has the columns of its file, so one case a load
-- is looked at.
with one_a_load as (
	select load_id, any_value(extra) as extra
	from selection
	where extra is not null
	group by load_id
),
named as (
	select unnest(json_keys(extra)) as name
	from one_a_load
)
select distinct name
from named
order by name;
