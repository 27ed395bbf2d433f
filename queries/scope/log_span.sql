-- From when to when does the chosen log tell, and how many cases has it?
-- Grain: one row; days of the business zone, null without cases.
select
	cases() as cases,
	min(received_day) as first_day,
	max(received_day) as last_day
from selection;
