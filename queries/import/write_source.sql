-- What the loads that hold say of their source: up to which instant it tells (the latest any load was
-- told or, failing that, contains), in which zone its last load was written.
insert into source (source, demo, zone, as_of, as_of_confirmed)
select
	source,
	bool_or(coalesce(demo, false)),
	arg_max(zone, load_id),
	max(coalesce(as_of, last_instant)),
	coalesce(arg_max(as_of is not null, coalesce(as_of, last_instant)), false)
from load
where source = getvariable('import')['source'] and undone_at is null
group by source
on conflict (source) do update set
	demo = excluded.demo,
	zone = excluded.zone,
	as_of = excluded.as_of,
	as_of_confirmed = excluded.as_of_confirmed;
