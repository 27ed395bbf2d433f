-- Puts what one request asks about into the session variable that `selection` and its sisters read.
-- $filters: JSON object: named filters as described by filter_of (a missing name stays null and its
-- view refuses to answer) and `as_of_day`, the last day the log tells about.
-- Sent before a statement is prepared, on a connection of its own.
set variable filter = {
	'selection': filter_of(($filters::json) -> 'selection'),
	'before': filter_of(($filters::json) -> 'before'),
	'ever': filter_of(($filters::json) -> 'ever'),
	'against': filter_of(($filters::json) -> 'against'),
	'part': filter_of(($filters::json) -> 'part'),
	'as_of_day': (($filters::json) ->> 'as_of_day')::date
};
