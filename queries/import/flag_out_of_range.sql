-- Which times lie in the future of the import, or before 1980 (an empty or zero serial)?
insert into flag
select
	line,
	'out_of_range:' || getvariable('suspect')
from (
	select
		line,
		columns(lambda name: name = getvariable('suspect')) as value
	from staged
	where problem is null
)
where
	value > getvariable('import').now + interval 1 day
	or value < timestamp '1980-01-01';
