-- Which narratives are there to be read? Grain: one row a case with a narrative, in order of receipt; of
-- more than $most the latest. $sources: JSON list of names.
with told as (
	select *
	from complaint
	where narrative is not null
		and list_contains($sources::json::varchar[], source)
	order by received_at desc, source, case_no
	limit $most::bigint
)
select
	source,
	case_no,
	narrative,
	category,
	coalesce(subcategory, category) as kind,
	product,
	product_category,
	shop,
	city,
	region,
	channel,
	agent,
	team
from told
order by received_at, source, case_no;
