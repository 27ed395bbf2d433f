-- Writes cases with everything derived from what the loads gave: day, week and month in the business
-- zone, end, state, wall minutes of response and resolution, suspicions, completeness.
-- Confirmed suspicions come from `set_confirmed`, what a status stands for from `set_meanings`.
-- Grain: one row a case of `shown`, in its order.
insert into complaint by name
with dated as (
	select
		shown.*,
		wall_in(received_at, getvariable('import')['zone'])::date as received_day,
		coalesce(
			resolved_at,
			closed_at,
			received_at + to_seconds(round(resolution_minutes * 60)::bigint)
		) as ended_at,
		rests_on(shown.flags, getvariable('confirmed'), ['received_at', 'first_response_at']) as no_response,
		rests_on(shown.flags, getvariable('confirmed'), ['received_at', 'resolved_at', 'closed_at']) as no_end
	from shown
),
judged as (
	select
		*,
		case
			when ended_at is not null then 'resolved'
			when status is not null then case getvariable('meanings')[folded_word(status)]
				when 'open' then 'open'
				when 'resolved' then 'time_missing'
				when 'closed' then 'time_missing'
				when 'withdrawn' then 'time_missing'
				else case when says_closed(status) then 'time_missing' else 'open' end
			end
			when has_bit(bits, 512) then 'open'
			else 'unknown'
		end as state
	from dated
),
marked as (
	select
		*,
		coalesce(minutes_between(received_at, first_response_at), first_response_minutes) < 0
			as early_response,
		minutes_between(received_at, ended_at) < 0 as early_end,
		-- A log without any end times has a column too few, not suspicious rows.
		state = 'time_missing' and has_bit(bits, 512) as endless,
		holds_destroyed(coalesce(narrative, ''))
		or holds_destroyed(concat_ws(
			' ', channel, category, subcategory, nature, priority, product, product_category, shop,
			region, city, agent, team, department, customer_type, status, finding, resolution,
			customer_answer, extra
		)) as destroyed
	from judged
)
select
	getvariable('import')['source'] as source,
	case_no,
	load_id,
	file_line,
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
	nullif(extra, '{}') as extra,
	received_day,
	date_trunc('week', received_day)::date as received_week,
	date_trunc('month', received_day)::date as received_month,
	ended_at,
	wall_in(ended_at, getvariable('import')['zone'])::date as ended_day,
	state,
	first_response_minutes as given_first_response_minutes,
	resolution_minutes as given_resolution_minutes,
	counted_minutes(received_at, first_response_at, first_response_minutes, no_response)
		as first_response_minutes,
	counted_minutes(received_at, ended_at, resolution_minutes, no_end) as resolution_minutes,
	case
		when early_response or early_end or endless or destroyed or flags is not null
			then list_concat(
				coalesce(flags, []),
				list_filter([
					case when early_response then 'negative_first_response' end,
					case when early_end then 'negative_resolution' end,
					case when endless then 'closed_without_end' end,
					case when destroyed then 'destroyed_letters' end
				], lambda flag: flag is not null)
			)
	end as warnings,
	share_filled(
		bits, customer, channel, category, coalesce(product, product_category), order_no, shop,
		narrative, evidence, amount
	) as completeness
from marked;
