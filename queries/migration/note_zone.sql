-- Notes in which zone the days of the cases are kept.
insert into business_zone values ($zone);
