-- What a driver analysis measures of one case; null where it cannot be told of the case.

-- Whether the finding upholds the complaint, in part or whole; null without a finding, or with one that
-- leaves it open (could not be verified) or that nobody explained.
create or replace macro is_upheld(finding) as case
	when regexp_matches(finding, '无法|無法|未能|待|不明|unclear|cannot|could not|pending') then null
	when regexp_matches(lower(finding), '不属实|不屬實|不成立|未证实|未證實|not (substantiated|upheld|confirmed)|unsubstantiated|unfounded|rejected')
		then false
	when regexp_matches(lower(finding), '属实|屬實|成立|证实|證實|substantiated|upheld|confirmed|founded|partly|partial')
		then true
end;

-- costly_from: what a tenth of the cases cost or more. A limit counts once it has passed (domain: quick
-- recent cases must not inflate attainment); open beyond it is breached.
create or replace macro measured_value(
	measure, satisfaction, reopened_count, finding, cost, costly_from, resolved_outcome
) as case measure
	when 'complaints' then 1.0
	when 'satisfaction' then satisfaction::double
	when 'dissatisfied' then case when satisfaction is not null then (satisfaction <= 2)::integer::double end
	when 'satisfied' then case when satisfaction is not null then (satisfaction >= 4)::integer::double end
	when 'reopened' then case when reopened_count is not null then (reopened_count > 0)::integer::double end
	when 'upheld' then is_upheld(finding)::integer::double
	when 'breached' then case
		when resolved_outcome in ('breached', 'open_late') then 1.0
		when resolved_outcome = 'met' then 0.0
	end
	when 'cost' then cost
	when 'costly' then (cost >= costly_from)::integer::double
	else error('not a measure of drivers')
end;

-- Of a grouping, which dimensions it is by, in the order of case-fields.ts; takes what `grouping` says of
-- each, 0 where it is one of them.
create or replace macro grouped_by(
	channel, category, subcategory, nature, priority, severity, department, team, agent, product,
	product_category, shop, region, city, customer_type, track
) as list_filter([
	case when channel = 0 then 'channel' end,
	case when category = 0 then 'category' end,
	case when subcategory = 0 then 'subcategory' end,
	case when nature = 0 then 'nature' end,
	case when priority = 0 then 'priority' end,
	case when severity = 0 then 'severity' end,
	case when department = 0 then 'department' end,
	case when team = 0 then 'team' end,
	case when agent = 0 then 'agent' end,
	case when product = 0 then 'product' end,
	case when product_category = 0 then 'product_category' end,
	case when shop = 0 then 'shop' end,
	case when region = 0 then 'region' end,
	case when city = 0 then 'city' end,
	case when customer_type = 0 then 'customer_type' end,
	case when track = 0 then 'track' end
], lambda dimension: dimension is not null);
-- The value a grouping has of one of its dimensions; null without one.
create or replace macro grouped_value(
	dimension, channel, category, subcategory, nature, priority, severity, department, team, agent,
	product, product_category, shop, region, city, customer_type, track
) as case dimension
	when 'channel' then channel
	when 'category' then category
	when 'subcategory' then subcategory
	when 'nature' then nature
	when 'priority' then priority
	when 'severity' then severity
	when 'department' then department
	when 'team' then team
	when 'agent' then agent
	when 'product' then product
	when 'product_category' then product_category
	when 'shop' then shop
	when 'region' then region
	when 'city' then city
	when 'customer_type' then customer_type
	when 'track' then track
end;
