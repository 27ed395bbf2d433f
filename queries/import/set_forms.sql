-- How each time column is read: groups of formats tried in turn, and the zone they are written in.
-- $forms: JSON object, one entry a field.
set variable forms = cast($forms::json as map(varchar, struct(
	formats varchar[][],
	zone struct(name varchar, fixed_since timestamp, fixed_minutes integer)
)));
