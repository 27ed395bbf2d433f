-- Which cases of the file does the store know, and does the file change them? Grain: one row a known
-- case. shown: it stands in the case table (a case may be known only by a load that gave no time of
-- receipt). changes: a field the file speaks of differs, a blank too. rewrite: what is derived may differ
-- although no field does: another load told fewer fields, or suspicions come or go.
create or replace temp table known as
with before as (
	select coalesce(bit_and(spoken_bits(columns)), 0) as bits
	from load
	where source = getvariable('import')['source'] and undone_at is null and kind = 'cases'
),
matched as (
	select
		effective.case_no,
		complaint.load_id,
		complaint.file_line,
		true as shown,
		false
		or (said('order_no') and effective.order_no is distinct from complaint.order_no)
		or (said('received_at') and effective.received_at is distinct from complaint.received_at)
		or (said('registered_at') and effective.registered_at is distinct from complaint.registered_at)
		or (said('first_response_at') and effective.first_response_at is distinct from complaint.first_response_at)
		or (said('dispatched_at') and effective.dispatched_at is distinct from complaint.dispatched_at)
		or (said('accepted_at') and effective.accepted_at is distinct from complaint.accepted_at)
		or (said('investigated_at') and effective.investigated_at is distinct from complaint.investigated_at)
		or (said('proposed_at') and effective.proposed_at is distinct from complaint.proposed_at)
		or (said('communicated_at') and effective.communicated_at is distinct from complaint.communicated_at)
		or (said('resolved_at') and effective.resolved_at is distinct from complaint.resolved_at)
		or (said('closed_at') and effective.closed_at is distinct from complaint.closed_at)
		or (said('followed_up_at') and effective.followed_up_at is distinct from complaint.followed_up_at)
		or (said('first_response_minutes') and effective.first_response_minutes is distinct from complaint.given_first_response_minutes)
		or (said('resolution_minutes') and effective.resolution_minutes is distinct from complaint.given_resolution_minutes)
		or (said('channel') and effective.channel is distinct from complaint.channel)
		or (said('category') and effective.category is distinct from complaint.category)
		or (said('subcategory') and effective.subcategory is distinct from complaint.subcategory)
		or (said('nature') and effective.nature is distinct from complaint.nature)
		or (said('priority') and effective.priority is distinct from complaint.priority)
		or (said('severity') and effective.severity is distinct from complaint.severity)
		or (said('department') and effective.department is distinct from complaint.department)
		or (said('team') and effective.team is distinct from complaint.team)
		or (said('agent') and effective.agent is distinct from complaint.agent)
		or (said('product') and effective.product is distinct from complaint.product)
		or (said('product_category') and effective.product_category is distinct from complaint.product_category)
		or (said('shop') and effective.shop is distinct from complaint.shop)
		or (said('region') and effective.region is distinct from complaint.region)
		or (said('city') and effective.city is distinct from complaint.city)
		or (said('customer') and effective.customer is distinct from complaint.customer)
		or (said('customer_type') and effective.customer_type is distinct from complaint.customer_type)
		or (said('status') and effective.status is distinct from complaint.status)
		or (said('track') and effective.track is distinct from complaint.track)
		or (said('finding') and effective.finding is distinct from complaint.finding)
		or (said('resolution') and effective.resolution is distinct from complaint.resolution)
		or (said('customer_answer') and effective.customer_answer is distinct from complaint.customer_answer)
		or (said('admissible') and effective.admissible is distinct from complaint.admissible)
		or (said('evidence') and effective.evidence is distinct from complaint.evidence)
		or (said('reopened_count') and effective.reopened_count is distinct from complaint.reopened_count)
		or (said('escalated') and effective.escalated is distinct from complaint.escalated)
		or (said('target_at') and effective.target_at is distinct from complaint.target_at)
		or (said('on_time') and effective.on_time is distinct from complaint.on_time)
		or (said('amount') and effective.amount is distinct from complaint.amount)
		or (said('cost') and effective.cost is distinct from complaint.cost)
		or (said('handling_minutes') and effective.handling_minutes is distinct from complaint.handling_minutes)
		or (said('satisfaction') and effective.satisfaction is distinct from complaint.satisfaction)
		or (said('satisfaction_timeliness') and effective.satisfaction_timeliness is distinct from complaint.satisfaction_timeliness)
		or (said('satisfaction_solution') and effective.satisfaction_solution is distinct from complaint.satisfaction_solution)
		or (said('satisfaction_openness') and effective.satisfaction_openness is distinct from complaint.satisfaction_openness)
		or (said('satisfaction_follow_up') and effective.satisfaction_follow_up is distinct from complaint.satisfaction_follow_up)
		or (said('nps') and effective.nps is distinct from complaint.nps)
		or (said('narrative') and effective.narrative is distinct from complaint.narrative)
		or (said('extra') and not same_extra(effective.extra, complaint.extra)) as changes,
		changes
		or complaint.warnings is not null
		or flagged.line is not null
		or (before.bits | spoken_bits(getvariable('import')['columns'])) <> before.bits as rewrite
	from effective
	cross join before
	left join flagged using (line)
	join complaint
		on complaint.source = getvariable('import')['source']
		and complaint.case_no = effective.case_no
),
unseen as (
	select distinct
		case_no,
		null::integer as load_id,
		null::bigint as file_line,
		false as shown,
		true as changes,
		true as rewrite
	from complaint_version
	where
		source = getvariable('import')['source']
		and case_no in (select case_no from effective)
		and case_no not in (select case_no from matched)
)
from matched
union all
from unseen;
