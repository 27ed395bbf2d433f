-- Contact data goes with the load that brought it.
delete from person_detail
where source = getvariable('import')['source'] and load_id = $load_id;
