-- Takes the cases out whose folded values are written next.
delete from complaint
where
	source = getvariable('import')['source']
	and case_no in (select case_no from touched);
