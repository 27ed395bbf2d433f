-- How many cases does the filter mean?
-- Grain: one row.
select cases() as cases
from selection;
