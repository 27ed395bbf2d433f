import { dimensions } from '#lib/measures/case-fields.ts';
import { question } from './question.ts';

export const periods = question(
	'forecast/periods',
	{ since: 'day', value: 'text?', cases: 'cases' },
	{
		step: { values: ['month', 'week'], initial: 'month' },
		dimension: { values: ['none', ...dimensions], initial: 'none' }
	}
);

export const days = question('forecast/days', { since: 'day', cases: 'cases' });
