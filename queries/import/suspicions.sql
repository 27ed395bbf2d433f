-- What is the last word on each suspicion of a source? Grain: one row a flag. $source.
select
	flag,
	arg_max(confirmed, said_at) as confirmed,
	arg_max(person, said_at) as person,
	arg_max(person_name, said_at) as person_name,
	arg_max(assurance, said_at) as assurance,
	max(said_at) as said_at
from suspicion_event
where source = $source
group by flag
order by flag;
