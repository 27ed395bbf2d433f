-- A source no load holds for any more is no source.
delete from source
where
	source = getvariable('import')['source']
	and source not in (select source from load where undone_at is null);
