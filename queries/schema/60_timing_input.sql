-- What the timing of a case rests on. Grain: one row a case. Instants UTC; responded_at and ended_at
-- only where their durations count. reached: order of the latest stage with a time (`stage_order`), 0 none.
-- last_due_at: latest limit of the judgement before; undecided: one of them had not passed. row_id holds within one transaction.
create or replace view timing_input as
with counted as (
	select
		*,
		rowid as row_id,
		case
			when first_response_minutes is not null
				then coalesce(
					first_response_at,
					received_at + to_seconds(round(first_response_minutes * 60)::bigint)
				)
		end as responded_at,
		case when resolution_minutes is not null then ended_at end as counted_end,
		greatest(
			registered_due_at, first_response_due_at, dispatched_due_at, accepted_due_at,
			investigated_due_at, proposed_due_at, communicated_due_at, resolved_due_at, closed_due_at,
			followed_up_due_at
		) as last_due_at,
		list_contains(
			[
				registered_outcome, first_response_outcome, dispatched_outcome, accepted_outcome,
				investigated_outcome, proposed_outcome, communicated_outcome, resolved_outcome,
				closed_outcome, followed_up_outcome
			],
			'not_due'
		) as undecided
	from complaint
)
select
	row_id,
	source,
	case_no,
	received_day,
	received_at,
	registered_at,
	responded_at,
	dispatched_at,
	accepted_at,
	investigated_at,
	proposed_at,
	communicated_at,
	counted_end as ended_at,
	closed_at,
	followed_up_at,
	state,
	priority,
	track,
	category,
	subcategory,
	channel,
	case
		when followed_up_at is not null then 10
		when closed_at is not null then 9
		when ended_at is not null then 8
		when communicated_at is not null then 7
		when proposed_at is not null then 6
		when investigated_at is not null then 5
		when accepted_at is not null then 4
		when dispatched_at is not null then 3
		when first_response_at is not null then 2
		when registered_at is not null then 1
		else 0
	end as reached,
	judged_as_of,
	last_due_at,
	undecided,
	as_of
from counted
left join source using (source);
