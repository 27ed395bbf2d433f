-- Which state of the data do questions see, and how many rows wait in quarantine?
-- Grain: one row. quarantined: rows set aside by loads that were not undone.
select
	(select max(version) from data_version)::double as version,
	(select coalesce(sum(quarantined), 0) from load where undone_at is null)::double as quarantined;
