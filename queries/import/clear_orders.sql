-- Takes out the orders of a source, which are written anew from what its loads gave.
delete from orders
where source = getvariable('import')['source'];
