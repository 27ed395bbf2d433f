-- Writes the categories proposed. Grain: one row a case with a proposal. $path: as in write_words.
insert into category_suggestion
select source, case_no, suggestion, confidence
from read_json($path, format = 'newline_delimited', columns = {
	source: 'VARCHAR', case_no: 'VARCHAR', digest: 'VARCHAR', words: 'VARCHAR', theme: 'BIGINT',
	fit: 'DOUBLE', twins: 'BIGINT', suggestion: 'VARCHAR', confidence: 'DOUBLE'
})
where suggestion is not null;
