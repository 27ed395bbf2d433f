-- Gives every case the days, week and month of another zone; $zone: its IANA name. Only rows whose days
-- differ are written; instants stay what they are.
update complaint
set
	received_day = day_of(received_at, $zone),
	received_week = date_trunc('week', day_of(received_at, $zone))::date,
	received_month = date_trunc('month', day_of(received_at, $zone))::date,
	ended_day = day_of(ended_at, $zone)
where
	received_day is distinct from day_of(received_at, $zone)
	or ended_day is distinct from day_of(ended_at, $zone);
