-- Which rows carry a word the mapping's dictionary does not know? They keep it.
insert into flag
with value as (
	select
		line,
		columns(lambda name: name = getvariable('suspect')) as value
	from staged
	where problem is null
)
select
	value.line,
	'unmatched_value:' || getvariable('suspect')
from value
join word on word.raw = value.value
where word.field = getvariable('suspect') and not word.understood;
