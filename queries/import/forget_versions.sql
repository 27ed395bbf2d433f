-- Takes out what an undone load said.
delete from complaint_version
where source = getvariable('import')['source'] and load_id = $load_id;
