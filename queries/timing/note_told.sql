-- Keeps what the loads tell of limits before a change, for `judge_told_anew`.
create or replace temp table told_before as
from told_of_limits;
