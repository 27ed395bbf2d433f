-- How are the waiting times of each score spread?
-- Grain: one row a score and step of waiting time that has a case. A step is a hundredth of a decade:
-- waits around 10^(step / 100) minutes; shorter ones than are drawn (1 minute, half a day where the log
-- knows days only) stand there, since 0 has no logarithm. Parameters: $clock first_response or
-- resolution; $time wall (clock) or working; $scale minutes or days. Left out: unrated cases, and those
-- without a time or with a negative one.
with timed as (
	select
		wait_of(
			$clock, $time, first_response_minutes, resolution_minutes, first_response_working_minutes,
			resolution_working_minutes
		) as minutes,
		satisfaction as score
	from selection
),
stepped as (
	select
		score,
		round(log10(greatest(minutes, case $scale when 'days' then 720 else 1 end)) * 100) as step
	from timed
	where minutes >= 0 and score is not null
)
select score, step, cases() as cases
from stepped
group by score, step
order by score, step;
