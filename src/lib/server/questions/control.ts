import { dimensions } from '#lib/measures/case-fields.ts';
import { question, type ParameterSpec } from './question.ts';

const step: ParameterSpec = {
	values: ['month', 'week', 'day', 'quarter', 'year'],
	initial: 'month'
};
/** All days together are told for the numbers of evidence: a median of months is no median of their cases. */
const stepOrAll: ParameterSpec = { ...step, values: [...step.values, 'all'] };
/** A chart for each value of it, or one for all. */
const dimension: ParameterSpec = { values: ['none', ...dimensions], initial: 'none' };
/** Only days of the month up to this one: months as far as the running one has come. */
const toDay: ParameterSpec = {
	values: Array.from({ length: 31 }, (_, day) => String(day + 1)),
	initial: '31'
};

export const periods = question(
	'control/periods',
	{
		since: 'day',
		value: 'text?',
		cases: 'cases',
		rated: 'cases',
		satisfied: 'cases',
		dissatisfied: 'cases',
		score_sum: 'score',
		score_square_sum: 'number',
		responded: 'cases',
		first_response_median: 'minutes?',
		cohort: 'cases',
		resolution_median: 'minutes?',
		reopen_known: 'cases',
		reopened: 'cases',
		first_response_due: 'cases',
		first_response_kept: 'cases',
		resolution_due: 'cases',
		resolution_kept: 'cases',
		costed: 'cases',
		cost: 'money',
		cost_square_sum: 'number'
	},
	{ step: stepOrAll, dimension, to_day: toDay }
);

export const periodOrders = question(
	'control/orders',
	{ since: 'day', value: 'text?', orders: 'orders', days_with_orders: 'number' },
	{ step, dimension, to_day: toDay }
);

export const receipts = question('control/receipts', { instant: 'instant', day: 'day' });
