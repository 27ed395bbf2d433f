-- How fast does the engine alone read a log into typed columns, nothing checked or kept apart?
create or replace table bare as
from read_csv($file, parallel = false, header = true);
