-- Keeps what the only load so far gave of each known case, before another load speaks of it.
-- Grain: one version a case that has none yet. Suspicions that follow from the values are not kept.
insert into complaint_version by name
select
	source,
	case_no,
	load_id,
	coalesce(file_line, 0) as file_line,
	order_no,
	received_at,
	registered_at,
	first_response_at,
	dispatched_at,
	accepted_at,
	investigated_at,
	proposed_at,
	communicated_at,
	resolved_at,
	closed_at,
	followed_up_at,
	given_first_response_minutes as first_response_minutes,
	given_resolution_minutes as resolution_minutes,
	channel,
	category,
	subcategory,
	nature,
	priority,
	severity,
	department,
	team,
	agent,
	product,
	product_category,
	shop,
	region,
	city,
	customer,
	customer_type,
	status,
	track,
	finding,
	resolution,
	customer_answer,
	admissible,
	evidence,
	reopened_count,
	escalated,
	target_at,
	on_time,
	amount,
	cost,
	handling_minutes,
	satisfaction,
	satisfaction_timeliness,
	satisfaction_solution,
	satisfaction_openness,
	satisfaction_follow_up,
	nps,
	narrative,
	written_case_no,
	written_order_no,
	extra,
	list_filter(warnings, lambda flag: not own_flag(flag)) as flags
from complaint
where
	source = getvariable('import')['source']
	and case_no in (select case_no from known where shown)
	and case_no not in (
		select case_no
		from complaint_version
		where source = getvariable('import')['source']
	);
