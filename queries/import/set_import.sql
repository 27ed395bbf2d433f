-- What the statements of one load need to know, as one session variable. $import: JSON.
-- columns: case fields the load speaks of; extra_names: names of its further columns;
-- positions: columns of the file that give a field, from 1; zone: of the business;
-- inner_pad, outer_pad: the key that hides persons, hex; pieces: files of the canonical log.
set variable import = cast($import::json as struct(
	load_id integer,
	source varchar,
	columns varchar[],
	extra_names varchar[],
	positions map(varchar, integer[]),
	zone struct(name varchar, fixed_since timestamp, fixed_minutes integer),
	inner_pad varchar,
	outer_pad varchar,
	pieces varchar[],
	rejects varchar,
	now timestamp
));
