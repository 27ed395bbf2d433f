-- Which policies and calendars are laid out and in force? Grain: one row, or none before the first.
select generation, fingerprint
from timing_generation
where in_force;
