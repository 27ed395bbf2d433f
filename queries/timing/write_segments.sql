-- Lays out the working time of a calendar. $opens_at, $closes_at: JSON lists of milliseconds since 1970;
-- $worked_before: of seconds.
insert into timing_segment by name
select
	$generation::integer as generation,
	$calendar as calendar,
	epoch_ms(unnest($opens_at::json::bigint[])) as opens_at,
	epoch_ms(unnest($closes_at::json::bigint[])) as closes_at,
	unnest($worked_before::json::double[]) as worked_before;
