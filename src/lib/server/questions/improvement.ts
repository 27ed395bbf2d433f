import { ownTimes } from '#lib/measures/own-measure.ts';
import { question } from './question.ts';

export const times = question(
	'improvement/times',
	{ since: 'day', step: 'number?', cases: 'cases' },
	{
		step: { values: ['month', 'week'], initial: 'month' },
		time: { values: ownTimes, initial: 'resolution' }
	}
);
