import { question } from './question.ts';

export const times = question(
	'improvement/times',
	{ since: 'day', step: 'number?', cases: 'cases' },
	{
		step: { values: ['month', 'week'], initial: 'month' },
		time: { values: ['first_response', 'resolution'], initial: 'resolution' }
	}
);
