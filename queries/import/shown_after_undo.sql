-- The cases written after a load is undone: as the loads that still hold tell them.
create or replace temp view shown as from folded;
