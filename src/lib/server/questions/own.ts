import { dimensions } from '#lib/measures/case-fields.ts';
import { ownNumbers, ownQuantiles, ownTimes } from '#lib/measures/own-measure.ts';
import { question, type ParameterSpec } from './question.ts';

const step: ParameterSpec = {
	values: ['month', 'week', 'day', 'quarter', 'year', 'all'],
	initial: 'month'
};
const dimension: ParameterSpec = { values: ['none', ...dimensions], initial: 'none' };

export const counts = question(
	'own/counts',
	{ since: 'day', value: 'text?', basis: 'cases', part: 'cases' },
	{ step, dimension }
);

export const quantiles = question(
	'own/quantiles',
	{
		since: 'day',
		value: 'text?',
		basis: 'cases',
		counted: 'cases',
		quantile: 'minutes?',
		quantile_lower: 'minutes?',
		quantile_upper: 'minutes?'
	},
	{
		step,
		dimension,
		time: { values: ownTimes, initial: 'first_response' },
		quantile: { values: ownQuantiles, initial: '0.5' }
	}
);

export const means = question(
	'own/means',
	{
		since: 'day',
		value: 'text?',
		basis: 'cases',
		counted: 'cases',
		total: 'number',
		square_total: 'number'
	},
	{ step, dimension, number: { values: ownNumbers, initial: 'satisfaction' } }
);

export const overlap = question('own/overlap', {
	basis: 'cases',
	part: 'cases',
	shared: 'cases',
	sources: 'number'
});
