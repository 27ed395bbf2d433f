-- In which zone are the days of the cases kept? Grain: one row, or none where nobody noted it.
select zone from business_zone;
