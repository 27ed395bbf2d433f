-- Which rows of a file without ids repeat an earlier row letter by letter? They stay cases of their own.
insert into flag
select
	line,
	'identical_rows'
from twin
where nth > 1;
