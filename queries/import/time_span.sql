-- From when to when does the file tell? Grain: one row. last_instant: the latest of all its times that
-- is not in the future of the import; null when it has none.
select
	min(received_at) as first_received,
	greatest(
		max(received_at) filter (where received_at <= getvariable('import').now),
		max(registered_at) filter (where registered_at <= getvariable('import').now),
		max(first_response_at) filter (where first_response_at <= getvariable('import').now),
		max(dispatched_at) filter (where dispatched_at <= getvariable('import').now),
		max(accepted_at) filter (where accepted_at <= getvariable('import').now),
		max(investigated_at) filter (where investigated_at <= getvariable('import').now),
		max(proposed_at) filter (where proposed_at <= getvariable('import').now),
		max(communicated_at) filter (where communicated_at <= getvariable('import').now),
		max(resolved_at) filter (where resolved_at <= getvariable('import').now),
		max(closed_at) filter (where closed_at <= getvariable('import').now),
		max(followed_up_at) filter (where followed_up_at <= getvariable('import').now)
	) as last_instant
from staged
where problem is null;
