-- The cases a load writes: those it brings, and those it changes as all loads together tell them; by time
-- of receipt, so that questions can skip row groups.
create or replace temp view shown as
from fresh
union all by name
from folded
order by received_at;
