-- From now on this generation holds. $generation.
update timing_generation set in_force = generation = $generation::integer;
