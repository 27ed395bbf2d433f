-- How many cases would go with a load that is undone, and how many stay as the other loads tell them?
-- Grain: one row. $load_id. Stays what another load that holds gives a time of receipt.
with undone as (
	select source
	from load
	where load_id = $load_id
),
spoken as (
	select case_no
	from complaint_version
	where source = (select source from undone) and load_id = $load_id
	union
	select case_no
	from complaint
	where source = (select source from undone) and load_id = $load_id
),
held as (
	select distinct complaint_version.case_no
	from complaint_version
	join load using (load_id)
	where
		complaint_version.source = (select source from undone)
		and load_id <> $load_id
		and load.undone_at is null
		and complaint_version.received_at is not null
)
select
	count(*) filter (where held.case_no is null)::double as removed,
	count(held.case_no)::double as restored
from spoken
join complaint
	on complaint.source = (select source from undone)
	and complaint.case_no = spoken.case_no
left join held on held.case_no = spoken.case_no;
