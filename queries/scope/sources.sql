-- Which logs are there, up to which instant does each tell, and which fields does it have?
-- Grain: one row a source. as_of: instant UTC; columns: case fields its loads speak of.
select
	source,
	demo,
	as_of,
	(
		select list_sort(list_distinct(flatten(list(columns))))
		from load
		where load.source = source.source and kind = 'cases' and undone_at is null
	) as columns
from source
order by source;
