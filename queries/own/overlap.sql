-- Do the two lists of cases of an own measure lie one within the other?
-- Grain: one row, over all days of the log. basis: cases of the filter `ever`; part: of the filter `part`; shared: in
-- both; sources: logs either list has cases of. Nothing is left out.
with listed as (
	select source, case_no, 1 as basis, 0 as part from selection_ever
	union all
	select source, case_no, 0 as basis, 1 as part from selection_part
),
merged as (
	select source, case_no, max(basis) as basis, max(part) as part
	from listed
	group by source, case_no
)
select
	coalesce(sum(basis), 0)::double as basis,
	coalesce(sum(part), 0)::double as part,
	coalesce(sum(basis * part), 0)::double as shared,
	count(distinct source)::double as sources
from merged;
