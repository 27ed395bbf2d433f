-- Which state of the data does this statement see?
-- Grain: one row.
select max(version)::double as version
from data_version;
