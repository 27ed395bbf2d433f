-- What did each load say of a case? Grain: one row a load that holds and speaks of it, the earliest
-- first; a file that names the case twice stands twice. $source, $case_no.
-- given: JSON object of the fields the load spoke of, blanks as null, ids as it wrote them; instants UTC.
with version as (
	select *
	from complaint_version
	where source = $source and case_no = $case_no
	union all by name
	select
		complaint.* exclude (first_response_minutes, resolution_minutes),
		given_first_response_minutes as first_response_minutes,
		given_resolution_minutes as resolution_minutes
	from complaint
	where
		source = $source
		and case_no = $case_no
		and not exists (
			select 1
			from complaint_version
			where source = $source and case_no = $case_no
		)
)
select
	version.load_id,
	load.file,
	load.loaded_at,
	version.file_line::double as file_line,
	(
		select json_group_object(field, said)
		from (
			select
				unnest(load.columns) as field,
				coalesce(
					to_json(version) ->> ('written_' || unnest(load.columns)),
					to_json(version) ->> unnest(load.columns)
				) as said
		)
	)::varchar as given
from version
join load using (load_id)
order by version.load_id, version.file_line;
