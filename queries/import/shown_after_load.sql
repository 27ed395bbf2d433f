-- The cases a load writes: those it brings, and those it changes as all loads together tell them.
create or replace temp view shown as
from fresh
union all by name
from folded;
