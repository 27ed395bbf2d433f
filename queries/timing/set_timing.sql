-- The generation the statements of a timing work by, and which fields of a case its limits ask for, as
-- one session variable. $generation; null: the one in force.
set variable timing = (
	with chosen as (
		select coalesce($generation::integer, min(generation) filter (where in_force)) as generation
		from timing_generation
	)
	select {
		generation: any_value(chosen.generation),
		priority: coalesce(bool_or(priority is not null), false),
		track: coalesce(bool_or(track is not null), false),
		category: coalesce(bool_or(category is not null), false),
		channel: coalesce(bool_or(channel is not null), false)
	}
	from chosen
	left join timing_limit using (generation)
);
