-- A person's word on a suspicion, kept for good.
insert into suspicion_event
	(source, flag, confirmed, load_id, person, person_name, assurance, said_at)
values ($source, $flag, $confirmed, $load_id, $person, $name, $assurance, $at::timestamp);
