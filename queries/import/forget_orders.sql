-- Takes out what an undone load gave.
delete from orders_given
where source = getvariable('import')['source'] and load_id = $load_id;
