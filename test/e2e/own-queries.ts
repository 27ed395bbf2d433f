const month = `strftime(received_month, '%Y-%m')`;
const shareOf = (numerator: string, denominator = 'true') =>
	`select ${month} as month, count(*) filter (where ${numerator}) as part, count(*) as basis,
		count(*) filter (where ${numerator}) / count(*) as value
	from complaint where ${denominator} group by all order by 1`;
/** Days of a month the log knows: its last one runs until the as-of day. */
const daysOf = `case when received_month = (select max(received_month) from complaint)
	then date_diff('day', received_month, (select max(as_of)::date from source)) + 1
	else date_diff('day', received_month, received_month + interval 1 month) end`;

/** Own measures by their names, each worked out by a query of its own. */
export const queries = {
	'Unhappy of the rated': shareOf('satisfaction in (1, 2)', 'satisfaction is not null'),
	'Goods per 10,000 orders': `with counted as (
			select received_month as m, count(*) as n from complaint where category = '产品质量' group by 1
		), ordered as (select month as m, sum(orders) as o from orders group by 1)
		select strftime(m, '%Y-%m') as month, coalesce(n, 0) as part, coalesce(n, 0) as basis,
			coalesce(n, 0) / o * 10000 as value
		from ordered left join counted using (m) order by 1`,
	'First response by phone, median': `select ${month} as month,
			median(first_response_minutes) as value, count(first_response_minutes) as part, count(*) as basis
		from complaint where channel = '热线电话' group by all order by 1`,
	'Working time to resolve, p90': `select ${month} as month, count(*) as basis,
			count(*) filter (where state = 'open' or resolution_working_minutes is not null) as part,
			nullif(quantile_cont(
				case when state = 'open' then coalesce(resolution_working_minutes, 'infinity')
					else resolution_working_minutes end, 0.9), 'infinity') as value
		from complaint group by all order by 1`,
	'Amount in the app': `select ${month} as month, avg(amount) as value, count(amount) as part,
			count(*) as basis
		from complaint where channel = 'App' group by all order by 1`,
	'App for each mini program': `select ${month} as month,
			count(*) filter (where channel = 'App') as part,
			count(*) filter (where channel = '小程序') as basis,
			count(*) filter (where channel = 'App') / count(*) filter (where channel = '小程序') as value
		from complaint group by all order by 1`,
	'Resolved within the limit': shareOf(
		`resolved_outcome = 'met'`,
		`resolved_outcome in ('met', 'breached', 'open_late')`
	),
	'Tell of a refund': shareOf(
		`list_contains(string_split(trim(words, '|'), '|'), '退款')`,
		'narrative is not null'
	),
	'Angry cases a day': `select ${month} as month, count(*) filter (where satisfaction = 1) as part,
			count(*) filter (where satisfaction = 1) as basis,
			count(*) filter (where satisfaction = 1) / any_value(${daysOf}) as value
		from complaint group by all order by 1`,
	'Answered within half an hour': shareOf(
		'first_response_minutes >= 0 and first_response_minutes < 30',
		'first_response_minutes is not null'
	)
};
