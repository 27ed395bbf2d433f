-- How do complaints and satisfaction move from day to day, for logs too short for months?
-- Grain: one row a day of the business zone with cases, over the whole log.
select
	received_day as day,
	cases() as cases,
	rated(satisfaction) as rated,
	satisfied(satisfaction) as satisfied,
	score_sum(satisfaction) as score_sum,
	score_square_sum(satisfaction) as score_square_sum
from selection_ever
group by received_day
order by received_day;
