-- By which way of reading narratives a reading was made: where the way has changed, they are read again.
alter table text_reading add column model integer default 0;
