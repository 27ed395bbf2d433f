-- Numbers a new generation of policies and calendars, not yet in force. $fingerprint: of all it is made of.
insert into timing_generation
select coalesce(max(generation), 0) + 1, $fingerprint, false
from timing_generation
returning generation;
