-- How many cases this load speaks of carry which suspicion now? Grain: one row a flag.
-- $load_id: the load. cases: what a filter by load and flag opens.
select
	flag,
	count(*)::double as cases
from (
	select unnest(warnings) as flag
	from complaint
	where
		source = getvariable('import')['source']
		and warnings is not null
		and (
			load_id = $load_id
			or case_no in (
				select case_no
				from complaint_version
				where source = getvariable('import')['source'] and load_id = $load_id
			)
		)
)
group by flag
order by flag;
