-- Which logs are there, and up to which instant does each tell?
-- Grain: one row a source. as_of: instant UTC; zone: IANA name the log's times were written in.
select
	source,
	demo,
	zone,
	as_of
from source
order by source;
