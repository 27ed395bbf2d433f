-- The cases a load writes where all are new and stand in the file by time of receipt already: sorting
-- them again would hold them all at once.
create or replace temp view shown as from fresh;
