-- The zone whose days the keys of the cases are; one row, none in files of before.
create table business_zone (zone varchar not null);
