-- Takes away what a re-timing that did not end left behind.
drop table if exists complaint_next;
