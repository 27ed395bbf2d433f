-- Puts what one request asks about into the session variable that `selection` and its sisters read.
-- $filters: JSON object: named filters as `40_selection.sql` reads them (a name that is missing makes its
-- view refuse to answer) and `as_of_day`, the last day the log tells about.
-- Sent before a statement is prepared, on a connection of its own.
set variable filter = $filters::json;
