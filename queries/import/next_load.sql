-- Which number does the next load get? Grain: one row. Undone loads keep theirs.
select coalesce(max(load_id), 0)::integer + 1 as load_id
from load;
