-- Which ids lost digits in a spreadsheet? Written as 1.2E+17, or 16 and more digits of which all after
-- the 15th are zero, where that is so for at least half of such ids.
insert into flag
with id as (
	select
		line,
		columns(lambda name: name = getvariable('suspect')) as value
	from staged
	where problem is null
),
long_id as (
	select
		line,
		regexp_matches(value, '^[0-9]{15}0+$') as rounded
	from id
	where regexp_matches(value, '^[0-9]{16,}$')
)
select
	line,
	'lost_digits:' || getvariable('suspect')
from id
where regexp_matches(value, '^[0-9](\.[0-9]+)?[eE]\+[0-9]{2}$')
union all
select
	line,
	'lost_digits:' || getvariable('suspect')
from long_id
where rounded and (select avg(rounded::integer) >= 0.5 from long_id);
