-- Working time and time limits. A case carries, for each stage a policy may limit, when it was due and
-- how that came out at the source's as-of instant; made by `queries/timing`, never by an import itself.
-- Outcomes: 'met' | 'breached' (done after the limit) | 'open_late' (not done, limit passed) | 'not_due'
-- (limit not passed by the as-of instant, done or not) | 'no_time' (the log has no time of this stage, or
-- one before its clock began). Due and outcome null: no limit holds for this case and stage.
alter table complaint add column first_response_working_minutes double;
alter table complaint add column resolution_working_minutes double;
alter table complaint add column registered_due_at timestamp;
alter table complaint add column registered_outcome varchar;
alter table complaint add column first_response_due_at timestamp;
alter table complaint add column first_response_outcome varchar;
alter table complaint add column dispatched_due_at timestamp;
alter table complaint add column dispatched_outcome varchar;
alter table complaint add column accepted_due_at timestamp;
alter table complaint add column accepted_outcome varchar;
alter table complaint add column investigated_due_at timestamp;
alter table complaint add column investigated_outcome varchar;
alter table complaint add column proposed_due_at timestamp;
alter table complaint add column proposed_outcome varchar;
alter table complaint add column communicated_due_at timestamp;
alter table complaint add column communicated_outcome varchar;
alter table complaint add column resolved_due_at timestamp;
alter table complaint add column resolved_outcome varchar;
alter table complaint add column closed_due_at timestamp;
alter table complaint add column closed_outcome varchar;
alter table complaint add column followed_up_due_at timestamp;
alter table complaint add column followed_up_outcome varchar;
alter table complaint add column judged_as_of timestamp;     -- null: not judged yet
-- What the log itself says of its limits.
alter table complaint add column target_at timestamp;
alter table complaint add column on_time boolean;
alter table complaint_version add column target_at timestamp;
alter table complaint_version add column on_time boolean;

-- Policies and calendars laid out for all cases, by generation: a new one is prepared beside the one in
-- force and takes its place in one step.
create table timing_generation (
	generation integer primary key,
	fingerprint varchar not null,        -- of everything it was made from
	in_force boolean not null
);
-- Which policy and calendar a source goes by; source '' stands for all that chose none.
create table timing_choice (
	generation integer not null,
	source varchar not null,
	policy varchar not null,
	calendar varchar not null
);
-- A limit: the first in `rank` that fits a case at the stage holds.
create table timing_limit (
	generation integer not null,
	policy varchar not null,
	calendar varchar not null,
	stage varchar not null,
	starts varchar not null,             -- stage whose instant starts the clock
	rank integer not null,
	since timestamp not null,            -- clocks that start in [since, until), UTC
	until timestamp not null,
	priority varchar[],                  -- folded words; null: any
	track varchar[],
	category varchar[],
	channel varchar[],
	seconds double not null,
	working boolean not null             -- counted in working time of the calendar, else in real time
);
-- Working time laid out: ascending, without overlap; worked_before: seconds of work before it opens.
create table timing_segment (
	generation integer not null,
	calendar varchar not null,
	opens_at timestamp not null,         -- UTC
	closes_at timestamp not null,
	worked_before double not null
);
