-- Has any event a hash yet? Grain: one row.
select count(*)::double as chained
from event
where hash is not null;
