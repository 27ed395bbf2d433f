-- The views of a request as somebody would write them by hand for these days alone: what questions are
-- measured against. Temporary, so they stand before the real ones on this connection only.
create temp view selection as
	select * from complaint
	where received_day >= getvariable('bare')['since'] and received_day < getvariable('bare')['until'];
create temp view selection_before as
	select * from complaint
	where
		received_day >= getvariable('bare')['before_since']
		and received_day < getvariable('bare')['before_until'];
create temp view selection_ever as select * from complaint;
create temp view order_selection as
	select * from orders
	where day >= getvariable('bare')['since'] and day < getvariable('bare')['until'];
create temp view order_selection_before as
	select * from orders
	where
		day >= getvariable('bare')['before_since'] and day < getvariable('bare')['before_until'];
create temp view order_selection_ever as select * from orders;
