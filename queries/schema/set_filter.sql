-- Puts the named filters of one request into the session variable that `selection` and its sisters
-- read. $filters: JSON object of named filters as described by filter_of; a missing name stays null
-- and its view refuses to answer. Sent before a statement is prepared, on a connection of its own.
set variable filter = {
	'selection': filter_of(($filters::json) -> 'selection'),
	'before': filter_of(($filters::json) -> 'before'),
	'against': filter_of(($filters::json) -> 'against'),
	'part': filter_of(($filters::json) -> 'part')
};
