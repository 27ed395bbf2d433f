-- Do the rows of the file stand by time of receipt already? Grain: one row. Asked of blocks of 2,048 rows:
-- each must lie before the next but one, which is as good as sorted for skipping row groups.
with block as (
	select
		ordinal // 2048 as block,
		min(received_at) as earliest,
		max(received_at) as latest
	from staged
	where problem is null
	group by block
)
select coalesce(bool_and(latest <= later), true) as in_order
from (
	select
		latest,
		lead(earliest, 2) over (order by block) as later
	from block
);
