-- Writes what was read to its cases. Grain: one row a case read. $path: a file of lines of JSON; a case that
-- has changed since it was read is left unread.
with read as (
	select *
	from read_json($path, format = 'newline_delimited', columns = {
		source: 'VARCHAR', case_no: 'VARCHAR', digest: 'VARCHAR', words: 'VARCHAR', theme: 'BIGINT',
		fit: 'DOUBLE', twins: 'BIGINT', suggestion: 'VARCHAR', confidence: 'DOUBLE'
	})
)
update complaint
set words = read.words, theme = read.theme, theme_fit = read.fit, twins = read.twins
from read
where complaint.source = read.source
	and complaint.case_no = read.case_no
	and md5(complaint.narrative) = read.digest;
