-- Records what this load says of cases that were known before, or that its file names twice with
-- different words. A repeated row that says the same is not recorded again.
insert into complaint_version by name
select
	getvariable('import')['source'] as source,
	staged.case_no,
	getvariable('import')['load_id'] as load_id,
	staged.line as file_line,
	staged.order_no,
	staged.received_at,
	staged.registered_at,
	staged.first_response_at,
	staged.dispatched_at,
	staged.accepted_at,
	staged.investigated_at,
	staged.proposed_at,
	staged.communicated_at,
	staged.resolved_at,
	staged.closed_at,
	staged.followed_up_at,
	staged.first_response_minutes,
	staged.resolution_minutes,
	staged.channel,
	staged.category,
	staged.subcategory,
	staged.nature,
	staged.priority,
	staged.severity,
	staged.department,
	staged.team,
	staged.agent,
	staged.product,
	staged.product_category,
	staged.shop,
	staged.region,
	staged.city,
	staged.customer,
	staged.customer_type,
	staged.status,
	staged.track,
	staged.finding,
	staged.resolution,
	staged.customer_answer,
	staged.admissible,
	staged.evidence,
	staged.reopened_count,
	staged.escalated,
	staged.target_at,
	staged.on_time,
	staged.amount,
	staged.cost,
	staged.handling_minutes,
	staged.satisfaction,
	staged.satisfaction_timeliness,
	staged.satisfaction_solution,
	staged.satisfaction_openness,
	staged.satisfaction_follow_up,
	staged.nps,
	staged.narrative,
	staged.written_case_no,
	staged.written_order_no,
	staged.extra,
	flagged.flags
from staged
left join repeated using (line)
left join flagged using (line)
where
	staged.problem is null
	and not coalesce(repeated.repeats, false)
	and staged.case_no in (
		select case_no from known
		union all
		select case_no from repeated where nth > 1 and not repeats
	);
