-- Which suspicions of the source people hold to be true, as one session variable; null when none.
set variable confirmed = (
	select list(flag)
	from (
		select flag
		from suspicion_event
		where source = getvariable('import')['source']
		group by flag
		having arg_max(confirmed, said_at)
	)
);
