-- Writes one act of a person. Grain: one row; answers with the number it got.
insert into event (happened_at, person_id, person_name, assurance, kind, subject, body)
values (epoch_ms($happened_at::bigint), $person_id, $person_name, $assurance, $kind, $subject, $body::json)
returning number;
