-- The cases written after a load is undone: as the loads that still hold tell them, by time of receipt.
create or replace temp view shown as from folded order by received_at;
