-- What do all loads that hold say together of the cases in `touched`? Grain: one row a case. For each
-- field the last load that speaks of it wins. Cases no load gives a time of receipt are left out.
-- $load_id: a load under way, which has no ledger entry yet; null when there is none.
create or replace temp table folded as
with holding as (
	select load_id, columns
	from load
	where undone_at is null and source = getvariable('import')['source']
	union all
	select getvariable('import')['load_id'], getvariable('import')['columns']
	where getvariable('import')['load_id'] is not null
),
sighting as (
	select
		complaint_version.*,
		complaint_version.load_id * 4294967296::bigint + file_line as position,
		holding.columns,
		spoken_bits(holding.columns) as bits
	from complaint_version
	join holding using (load_id)
	where
		source = getvariable('import')['source']
		and case_no in (select case_no from touched)
),
fields as (
	select
		case_no,
		max(position) as position,
		max(load_id) as load_id,
		arg_max(file_line, position) as file_line,
		bit_or(bits) as bits,
		arg_max_null(order_no, position) filter (where list_contains(columns, 'order_no')) as order_no,
		arg_max_null(written_case_no, position) as written_case_no,
		arg_max_null(written_order_no, position) filter (where list_contains(columns, 'order_no')) as written_order_no,
		arg_max_null(received_at, position) filter (where list_contains(columns, 'received_at')) as received_at,
		arg_max_null(registered_at, position) filter (where list_contains(columns, 'registered_at')) as registered_at,
		arg_max_null(first_response_at, position) filter (where list_contains(columns, 'first_response_at')) as first_response_at,
		arg_max_null(dispatched_at, position) filter (where list_contains(columns, 'dispatched_at')) as dispatched_at,
		arg_max_null(accepted_at, position) filter (where list_contains(columns, 'accepted_at')) as accepted_at,
		arg_max_null(investigated_at, position) filter (where list_contains(columns, 'investigated_at')) as investigated_at,
		arg_max_null(proposed_at, position) filter (where list_contains(columns, 'proposed_at')) as proposed_at,
		arg_max_null(communicated_at, position) filter (where list_contains(columns, 'communicated_at')) as communicated_at,
		arg_max_null(resolved_at, position) filter (where list_contains(columns, 'resolved_at')) as resolved_at,
		arg_max_null(closed_at, position) filter (where list_contains(columns, 'closed_at')) as closed_at,
		arg_max_null(followed_up_at, position) filter (where list_contains(columns, 'followed_up_at')) as followed_up_at,
		arg_max_null(first_response_minutes, position) filter (where list_contains(columns, 'first_response_minutes')) as first_response_minutes,
		arg_max_null(resolution_minutes, position) filter (where list_contains(columns, 'resolution_minutes')) as resolution_minutes,
		arg_max_null(channel, position) filter (where list_contains(columns, 'channel')) as channel,
		arg_max_null(category, position) filter (where list_contains(columns, 'category')) as category,
		arg_max_null(subcategory, position) filter (where list_contains(columns, 'subcategory')) as subcategory,
		arg_max_null(nature, position) filter (where list_contains(columns, 'nature')) as nature,
		arg_max_null(priority, position) filter (where list_contains(columns, 'priority')) as priority,
		arg_max_null(severity, position) filter (where list_contains(columns, 'severity')) as severity,
		arg_max_null(department, position) filter (where list_contains(columns, 'department')) as department,
		arg_max_null(team, position) filter (where list_contains(columns, 'team')) as team,
		arg_max_null(agent, position) filter (where list_contains(columns, 'agent')) as agent,
		arg_max_null(product, position) filter (where list_contains(columns, 'product')) as product,
		arg_max_null(product_category, position) filter (where list_contains(columns, 'product_category')) as product_category,
		arg_max_null(shop, position) filter (where list_contains(columns, 'shop')) as shop,
		arg_max_null(region, position) filter (where list_contains(columns, 'region')) as region,
		arg_max_null(city, position) filter (where list_contains(columns, 'city')) as city,
		arg_max_null(customer, position) filter (where list_contains(columns, 'customer')) as customer,
		arg_max_null(customer_type, position) filter (where list_contains(columns, 'customer_type')) as customer_type,
		arg_max_null(status, position) filter (where list_contains(columns, 'status')) as status,
		arg_max_null(track, position) filter (where list_contains(columns, 'track')) as track,
		arg_max_null(finding, position) filter (where list_contains(columns, 'finding')) as finding,
		arg_max_null(resolution, position) filter (where list_contains(columns, 'resolution')) as resolution,
		arg_max_null(customer_answer, position) filter (where list_contains(columns, 'customer_answer')) as customer_answer,
		arg_max_null(admissible, position) filter (where list_contains(columns, 'admissible')) as admissible,
		arg_max_null(evidence, position) filter (where list_contains(columns, 'evidence')) as evidence,
		arg_max_null(reopened_count, position) filter (where list_contains(columns, 'reopened_count')) as reopened_count,
		arg_max_null(escalated, position) filter (where list_contains(columns, 'escalated')) as escalated,
		arg_max_null(target_at, position) filter (where list_contains(columns, 'target_at')) as target_at,
		arg_max_null(on_time, position) filter (where list_contains(columns, 'on_time')) as on_time,
		arg_max_null(amount, position) filter (where list_contains(columns, 'amount')) as amount,
		arg_max_null(cost, position) filter (where list_contains(columns, 'cost')) as cost,
		arg_max_null(handling_minutes, position) filter (where list_contains(columns, 'handling_minutes')) as handling_minutes,
		arg_max_null(satisfaction, position) filter (where list_contains(columns, 'satisfaction')) as satisfaction,
		arg_max_null(satisfaction_timeliness, position) filter (where list_contains(columns, 'satisfaction_timeliness')) as satisfaction_timeliness,
		arg_max_null(satisfaction_solution, position) filter (where list_contains(columns, 'satisfaction_solution')) as satisfaction_solution,
		arg_max_null(satisfaction_openness, position) filter (where list_contains(columns, 'satisfaction_openness')) as satisfaction_openness,
		arg_max_null(satisfaction_follow_up, position) filter (where list_contains(columns, 'satisfaction_follow_up')) as satisfaction_follow_up,
		arg_max_null(nps, position) filter (where list_contains(columns, 'nps')) as nps,
		arg_max_null(narrative, position) filter (where list_contains(columns, 'narrative')) as narrative,
		json_merge_patch('{}', list_reduce(
			list(extra order by position) filter (where extra is not null),
			lambda earlier, later: merged_extra(earlier, later)
		)) as extra
	from sighting
	group by case_no
),
flag_seen as (
	select
		case_no,
		position,
		columns,
		unnest(flags) as flag
	from sighting
	where flags is not null
),
-- A flag about a field holds until a later load speaks of that field, any other until a later load.
flag_held as (
	select
		flag_seen.case_no,
		list(distinct flag order by flag) as flags
	from flag_seen
	where not exists (
		select 1
		from sighting
		where
			sighting.case_no = flag_seen.case_no
			and sighting.position > flag_seen.position
			and (
				flag_field(flag) is null
				or list_contains(sighting.columns, flag_field(flag))
			)
	)
	group by flag_seen.case_no
)
select
	fields.* exclude (position) replace (
		coalesce(touched.load_id, fields.load_id) as load_id,
		coalesce(touched.file_line, fields.file_line) as file_line
	),
	flag_held.flags
from fields
join touched using (case_no)
left join flag_held using (case_no)
where received_at is not null;
