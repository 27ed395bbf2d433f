-- When is each complaint received, and what is it about? One row a case, in order of receipt.
-- Parameter: variable `rows`. `n` numbers the cases from 1; `nth` numbers them within their day.

create table receipt as
with thrown as (
	select i, (bits(i, 0) % (select max(start + weight) from cell)::ubigint)::bigint as x,
		pick(i, 1, 1000)::integer as hour_slot, pick(i, 2, 3600) as second
	from range(getvariable('rows')::bigint) as t(i)
),
located as (
	select thrown.i, cell.day, cell.sub_id, cell.surge, hour_slot, second
	from thrown asof join cell on thrown.x >= cell.start
),
timed as (
	select i, day, sub_id, surge, seconds_of(day) + hour.value::bigint * 3600 + second as received
	from located
	join (select slot, value from wheel where kind = 'hour') as hour on hour.slot = hour_slot
),
numbered as (
	select row_number() over (order by received, i) as n, received, day, sub_id::smallint as sub_id, surge
	from timed
)
select n, n - min(n) over (partition by day) + 1 as nth, received, day, sub_id, surge
from numbered
order by n;
