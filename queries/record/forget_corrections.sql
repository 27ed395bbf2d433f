-- Empties the list of standing corrections; it is made anew from the record.
delete from correction;
