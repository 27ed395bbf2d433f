-- How a log wrote an id whose letters or digits stood in full width; null where it is the id itself.
alter table complaint add column written_case_no varchar;
alter table complaint add column written_order_no varchar;
alter table complaint_version add column written_case_no varchar;
alter table complaint_version add column written_order_no varchar;
-- Fields of a record that could be cut but did not fit the file; null where it could not.
alter table quarantine add column cells json;
