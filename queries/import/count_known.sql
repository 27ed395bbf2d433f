-- Does the store hold anything of this source? Grain: one row.
select
	(
		exists (select 1 from complaint where source = getvariable('import')['source'])
		or exists (select 1 from complaint_version where source = getvariable('import')['source'])
	)::integer as cases;
