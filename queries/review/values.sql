-- How many cases came in each month with each value of the dimensions a month is judged by?
-- Grain: one row a month of receipt, and one a month and value of a dimension, blanks as null (dimension null:
-- all cases of the month), over all days of the log.
with grouped as (
	select
		received_month as month,
		case
			when grouping(category) = 0 then 'category'
			when grouping(subcategory) = 0 then 'subcategory'
			when grouping(department) = 0 then 'department'
			when grouping(channel) = 0 then 'channel'
			when grouping(region) = 0 then 'region'
			when grouping(shop) = 0 then 'shop'
			when grouping(product_category) = 0 then 'product_category'
			when grouping(product) = 0 then 'product'
		end as dimension,
		category,
		subcategory,
		department,
		channel,
		region,
		shop,
		product_category,
		product,
		count(*) as cases
	from selection_ever
	group by grouping sets (
		(received_month), (received_month, category), (received_month, subcategory),
		(received_month, department), (received_month, channel), (received_month, region),
		(received_month, shop), (received_month, product_category), (received_month, product)
	)
)
select
	month,
	dimension,
	case dimension
		when 'category' then category
		when 'subcategory' then subcategory
		when 'channel' then channel
		when 'region' then region
		when 'shop' then shop
		when 'product_category' then product_category
		when 'product' then product
		when 'department' then department
	end as value,
	cases::double as cases
from grouped
order by month, dimension nulls first, value nulls last;
