import { question } from './question.ts';

export const headline = question('overview/headline', {
	span: 'text',
	cases: 'cases',
	responded: 'cases',
	first_response_median: 'minutes?',
	first_response_p90: 'minutes?',
	rated: 'cases',
	satisfied: 'cases',
	score_sum: 'score',
	score_square_sum: 'number'
});

export const resolution = question('overview/resolution', {
	span: 'text',
	resolved: 'cases',
	open_cases: 'cases',
	resolution_median: 'minutes?',
	resolution_p90: 'minutes?'
});

export const orderTotals = question('overview/order_totals', {
	span: 'text',
	orders: 'orders',
	days_with_orders: 'number'
});

export const backlog = question('overview/backlog', {
	span: 'text',
	on_day: 'day',
	open_cases: 'cases'
});

export const monthly = question('overview/monthly', {
	month: 'day',
	cases: 'cases',
	cases_to_day: 'cases',
	rated: 'cases',
	satisfied: 'cases',
	score_sum: 'score',
	score_square_sum: 'number',
	responded: 'cases',
	first_response_median: 'minutes?',
	cohort: 'cases',
	cohort_median: 'minutes?'
});

export const monthlyOrders = question('overview/monthly_orders', {
	month: 'day',
	orders: 'orders',
	days_with_orders: 'number'
});

export const monthlyResolution = question('overview/monthly_resolution', {
	month: 'day',
	resolved: 'cases',
	open_cases: 'cases',
	resolution_median: 'minutes?'
});

export const monthlyBacklog = question('overview/monthly_backlog', {
	month: 'day',
	open_cases: 'cases'
});

export const changes = question('overview/changes', {
	category: 'text?',
	subcategory: 'text?',
	cases: 'cases',
	cases_before: 'cases',
	total: 'cases',
	total_before: 'cases'
});

export const subcategoryMonthly = question('overview/subcategory_monthly', {
	category: 'text?',
	subcategory: 'text?',
	month: 'day',
	cases: 'cases',
	total: 'cases'
});

export const daily = question('overview/daily', {
	day: 'day',
	cases: 'cases',
	rated: 'cases',
	satisfied: 'cases',
	score_sum: 'score',
	score_square_sum: 'number'
});
