-- Which priority did a case have before? Only cases whose loads told different ones. Grain: one row a
-- case and load; told_until: up to which instant that load told. The first load that tells of an event is
-- the one nearest to it. A priority a person corrected holds for all of the case.
create or replace temp table earlier_priority as
with told as (
	select
		case_to_time.row_id,
		coalesce(load.as_of, load.last_instant) as told_until,
		arg_max_null(complaint_version.priority, file_line) as priority
	from complaint_version
	join load using (load_id)
	join case_to_time
		on case_to_time.source = complaint_version.source
		and case_to_time.case_no = complaint_version.case_no
	where
		load.undone_at is null
		and list_contains(load.columns, 'priority')
		and not exists (
			select 1
			from correction
			where
				correction.source = complaint_version.source
				and correction.case_no = complaint_version.case_no
				and correction.field = 'priority'
		)
	group by case_to_time.row_id, load.load_id, told_until
),
changed as (
	select row_id
	from told
	group by row_id
	having count(distinct coalesce(priority, '')) > 1
)
select row_id, told_until, priority
from told
semi join changed using (row_id)
where told_until is not null;
