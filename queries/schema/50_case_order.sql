-- The selection with what a list of cases is sorted by. The choice stands in session variables
-- (`cases/set_sort.sql`, `cases/set_direction.sql`), so that it folds to one plain column when a
-- statement is planned.
-- Order: missing, number_key, text_up, text_down desc, source, case_no; of the keys one is in use, the
-- others are constant. Cases without the value come last in both directions.
create or replace view ordered_selection as
with valued as (
	select
		*,
		case getvariable('case_sort')
			when 'received_at' then epoch_ms(received_at)::double
			when 'first_response_at' then epoch_ms(first_response_at)::double
			when 'resolved_at' then epoch_ms(resolved_at)::double
			when 'closed_at' then epoch_ms(closed_at)::double
			when 'first_response_minutes' then first_response_minutes
			when 'resolution_minutes' then resolution_minutes
			when 'handling_minutes' then handling_minutes
			when 'amount' then amount
			when 'cost' then cost
			when 'reopened_count' then reopened_count::double
			when 'satisfaction' then satisfaction::double
			when 'nps' then nps::double
		end as number_value,
		case
			when getvariable('case_sort_is_number') then null
			when getvariable('case_sort') = 'case_no' then case_no
			when getvariable('case_sort') = 'order_no' then order_no
			when getvariable('case_sort') = 'source' then source
			else value_of(
				getvariable('case_sort'), channel, category, subcategory, nature, priority, severity,
				department, team, agent, product, product_category, shop, region, city, customer_type,
				status, track, finding, resolution, customer_answer
			)
		end as text_value
	from selection
)
select
	*,
	number_value is null and text_value is null as missing,
	coalesce(case when getvariable('case_descending') then -number_value else number_value end, 0)::double
		as number_key,
	case when getvariable('case_descending') then '' else coalesce(text_value, '') end as text_up,
	case when getvariable('case_descending') then coalesce(text_value, '') else '' end as text_down
from valued;
