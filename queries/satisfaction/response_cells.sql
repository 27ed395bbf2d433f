-- Who rated at all, by channel, category and how long the customer waited?
-- Grain: one row a channel, category and band of waiting time (`from_minutes`; null: no time) that has a
-- case: what weights against non-response are made from. Bands are coarse, so that cells hold enough.
-- Parameters: $clock first_response or resolution; $time wall (clock) or working. Nothing is left out.
with banded as (
	select
		channel,
		category,
		satisfaction,
		wait_of(
			$clock, $time, first_response_minutes, resolution_minutes, first_response_working_minutes,
			resolution_working_minutes
		) as minutes
	from selection
)
select
	channel,
	category,
	case
		when minutes is null then null
		when $clock = 'first_response' then
			case
				when minutes < 60 then 0
				when minutes < 240 then 60
				when minutes < 1440 then 240
				else 1440
			end
		when minutes < 1440 then 0
		when minutes < 4320 then 1440
		when minutes < 10080 then 4320
		else 10080
	end::double as from_minutes,
	cases() as cases,
	rated(satisfaction) as rated,
	satisfied(satisfaction) as satisfied
from banded
group by channel, category, from_minutes
order by channel nulls last, category nulls last, from_minutes nulls last;
