-- Cases a load to be undone speaks of: by its versions, or alone. Grain: one row a case.
create or replace temp table touched as
select case_no
from complaint_version
where source = getvariable('import')['source'] and load_id = $load_id
union
select case_no
from complaint
where source = getvariable('import')['source'] and load_id = $load_id;
