-- Derives anew what corrected fields touch: record completeness and the suspicion of destroyed letters.
-- Grain: one row a corrected case; which fields its logs have comes from the loads that speak of it.
with corrected as (
	select distinct source, case_no
	from correction
),
said as (
	select source, case_no, load_id
	from complaint_version
	union all
	select source, case_no, load_id
	from complaint
),
spoken as (
	select
		corrected.source,
		corrected.case_no,
		bit_or(spoken_bits(load.columns)) as bits
	from corrected
	join said using (source, case_no)
	join load using (load_id)
	where load.undone_at is null
	group by corrected.source, corrected.case_no
)
update complaint
set
	completeness = share_filled(
		spoken.bits, customer, channel, category, coalesce(product, product_category), order_no, shop,
		narrative, evidence, amount
	),
	warnings = case
		when holds_destroyed(concat_ws(
			' ', narrative, channel, category, subcategory, nature, priority, product, product_category,
			shop, region, city, agent, team, department, customer_type, status, finding, resolution,
			customer_answer, extra
		)) then list_distinct(list_append(coalesce(warnings, []), 'destroyed_letters'))
		when list_contains(warnings, 'destroyed_letters')
			then nullif(list_filter(warnings, lambda flag: flag <> 'destroyed_letters'), [])
		else warnings
	end
from spoken
where complaint.source = spoken.source and complaint.case_no = spoken.case_no;
