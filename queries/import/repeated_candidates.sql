-- Could a time of this column stand suspiciously often? Grain: one row. candidates: values that stand
-- out among some 20,000 rows taken evenly (all rows of a small file), or that a person confirmed for
-- this source; zero spares counting every value of the column.
with value as (
	select columns(lambda name: name = getvariable('suspect')) as value
	from staged
	where
		problem is null
		and rowid % greatest(1, (select count(*) from staged) // 20000) = 0
),
frequent as (
	select value
	from value
	where value is not null
	group by value
	having count(*) >= 10
)
select
	(select count(*) from frequent)::double
	+ (
		select count(*)
		from suspicion_event
		where
			source = getvariable('import')['source']
			and starts_with(flag, 'repeated_time:' || getvariable('suspect') || ':')
	)::double as candidates;
