-- How many cases does an undo touch, and how many of them stay? Grain: one row.
select
	(select count(*) from touched)::double as touched,
	(select count(*) from folded)::double as kept;
