-- The zone noted so far gives way to another.
delete from business_zone;
