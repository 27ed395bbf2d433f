-- Which limits hold for the case of `case_to_time`, and when did their clocks start? Grain: one row a
-- limited stage. seconds: the limit, of working time where `working`. due_at, outcome: as every page has them.
select
	stage_clock.stage,
	stage_clock.starts,
	stage_clock.starts_at,
	stage_clock.done_at,
	stage_clock.seconds,
	stage_clock.working,
	stage_clock.calendar,
	stage_due.due_at,
	stage_due.outcome
from stage_clock
left join stage_due using (row_id, stage)
order by stage_order(stage_clock.stage);
