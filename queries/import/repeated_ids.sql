-- Which rows carry an id that stands more than once in the file? Grain: one row a such row.
-- nth: from 1 in the order of the file; is_last: the row that holds in the end;
-- repeats: says the same as the row with this id before it.
create or replace temp table repeated as
with ids as (
	select case_no
	from staged
	where problem is null
	group by case_no
	having count(*) > 1
),
seen as (
	select
		line,
		case_no,
		md5(to_json(struct_pack(
			order_no := order_no,
			received_at := received_at,
			registered_at := registered_at,
			first_response_at := first_response_at,
			dispatched_at := dispatched_at,
			accepted_at := accepted_at,
			investigated_at := investigated_at,
			proposed_at := proposed_at,
			communicated_at := communicated_at,
			resolved_at := resolved_at,
			closed_at := closed_at,
			followed_up_at := followed_up_at,
			first_response_minutes := first_response_minutes,
			resolution_minutes := resolution_minutes,
			channel := channel,
			category := category,
			subcategory := subcategory,
			nature := nature,
			priority := priority,
			severity := severity,
			department := department,
			team := team,
			agent := agent,
			product := product,
			product_category := product_category,
			shop := shop,
			region := region,
			city := city,
			customer := customer,
			customer_type := customer_type,
			status := status,
			track := track,
			finding := finding,
			resolution := resolution,
			customer_answer := customer_answer,
			admissible := admissible,
			evidence := evidence,
			reopened_count := reopened_count,
			escalated := escalated,
			target_at := target_at,
			on_time := on_time,
			amount := amount,
			cost := cost,
			handling_minutes := handling_minutes,
			satisfaction := satisfaction,
			satisfaction_timeliness := satisfaction_timeliness,
			satisfaction_solution := satisfaction_solution,
			satisfaction_openness := satisfaction_openness,
			satisfaction_follow_up := satisfaction_follow_up,
			nps := nps,
			narrative := narrative,
			extra := extra
		))::varchar) as said
	from staged
	where problem is null and case_no in (from ids)
)
select
	line,
	case_no,
	row_number() over file_order as nth,
	lead(line) over file_order is null as is_last,
	coalesce(said = lag(said) over file_order, false) as repeats
from seen
window file_order as (partition by case_no order by line);
