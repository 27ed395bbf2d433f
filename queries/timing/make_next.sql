-- An empty table like the cases, to be filled with their new timing beside them.
drop table if exists complaint_next;
create table complaint_next as
from complaint
limit 0;
alter table complaint_next alter source set not null;
alter table complaint_next alter case_no set not null;
alter table complaint_next alter load_id set not null;
alter table complaint_next alter received_at set not null;
alter table complaint_next alter received_day set not null;
alter table complaint_next alter received_week set not null;
alter table complaint_next alter received_month set not null;
alter table complaint_next alter state set not null;
