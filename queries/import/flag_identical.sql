-- Which rows of a file without ids repeat an earlier row letter by letter? They stay cases of their own.
insert into flag
select
	ordinal,
	'identical_rows'
from twin
where nth > 1;
