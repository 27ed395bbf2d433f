-- How can the customer of one case be reached?
-- Grain: one row or none; $case_no within the source the filter names. Of each detail what the last load
-- said that gave it. Contact data: it is masked before it leaves the server.
select
	arg_max(customer_name, person_detail.load_id) as customer_name,
	arg_max(customer_phone, person_detail.load_id) as customer_phone,
	arg_max(customer_email, person_detail.load_id) as customer_email,
	arg_max(customer_address, person_detail.load_id) as customer_address
from selection
join person_detail using (source, customer)
where case_no = $case_no
group by customer;
