-- Policies and calendars as laid out for the cases: those of a generation, and those in force.

-- By which policy and calendar does each source go? Grain: one row a source; null where nothing is laid
-- out. What source '' chose holds for all that chose none.
create or replace macro source_arranged(of_generation) as table
select
	source.source,
	source.as_of,
	coalesce(own.policy, usual.policy) as policy,
	coalesce(own.calendar, usual.calendar) as calendar
from source
left join timing_choice as own
	on own.generation = of_generation
	and own.source = source.source
left join timing_choice as usual
	on usual.generation = of_generation
	and usual.source = '';

-- Working time laid out. Grain: one row a segment of a calendar.
create or replace macro segment_arranged(of_generation) as table
select calendar, opens_at, closes_at, worked_before
from timing_segment
where generation = of_generation;

create or replace view source_in_force as
from source_arranged((select generation from timing_generation where in_force));
create or replace view segment_in_force as
from segment_arranged((select generation from timing_generation where in_force));
