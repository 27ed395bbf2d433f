-- Takes out what is not in force any more.
delete from timing_limit
where generation not in (select generation from timing_generation where in_force);
