-- Distinct values of a column and what they mean (scores, yes and no, durations, synonyms).
-- understood: false where the value is none the mapping knows.
create or replace temp table word (
	field varchar,
	raw varchar,
	text_value varchar,
	number_value double,
	understood boolean
);
