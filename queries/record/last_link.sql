-- Where does the chain of the record end? Grain: one row, none where nobody did anything.
select number::double as number, hash
from event
order by number desc
limit 1;
