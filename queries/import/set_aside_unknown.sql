-- Sets aside rows of a file without times of receipt that name a case no other load brought.
update staged
set problem = {'field': 'case_no', 'reason': 'unknown_case'}
where
	problem is null
	and case_no not in (select case_no from known where shown);
