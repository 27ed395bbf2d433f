import { clocks, strataDimensions, timeScales } from '#lib/measures/waiting-time.ts';
import { question } from './question.ts';

const clock = { values: clocks, initial: 'first_response' };
const stratum = { values: ['none', ...strataDimensions], initial: 'none' };

export const coverage = question('satisfaction/coverage', {
	clock: 'text',
	cases: 'cases',
	rated: 'cases',
	satisfied: 'cases',
	score_sum: 'score',
	score_square_sum: 'number',
	timed: 'cases',
	timed_rated: 'cases',
	set_aside: 'cases',
	whole_days: 'cases'
});

export const bands = question(
	'satisfaction/bands',
	{
		stratum: 'text?',
		from_minutes: 'minutes',
		below_minutes: 'minutes?',
		cases: 'cases',
		rated: 'cases',
		satisfied: 'cases',
		score_sum: 'score',
		score_square_sum: 'number'
	},
	{ clock, scale: { values: timeScales, initial: 'minutes' }, stratum }
);

export const pairs = question(
	'satisfaction/pairs',
	{ stratum: 'text?', minutes: 'minutes', score: 'number', cases: 'cases' },
	{ clock, stratum }
);
