-- Takes out generations that are not in force.
delete from timing_generation
where not in_force;
