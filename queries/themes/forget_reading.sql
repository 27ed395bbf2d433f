-- Takes the note of an earlier reading away; its number comes along in the next one's.
delete from text_reading;
