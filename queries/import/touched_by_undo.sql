-- Cases a load to be undone speaks of: by its versions, or alone. Grain: one row a case.
-- load_id, file_line: kept where another load gave the case its values last.
create or replace temp table touched as
with spoken as (
	select case_no
	from complaint_version
	where source = getvariable('import')['source'] and load_id = $load_id
	union
	select case_no
	from complaint
	where source = getvariable('import')['source'] and load_id = $load_id
)
select
	spoken.case_no,
	case when complaint.load_id <> $load_id then complaint.load_id end as load_id,
	case when complaint.load_id <> $load_id then complaint.file_line end as file_line
from spoken
left join complaint
	on complaint.source = getvariable('import')['source']
	and complaint.case_no = spoken.case_no;
