import { clocks, strataDimensions, timeScales } from '#lib/measures/waiting-time.ts';
import { question } from './question.ts';

const clock = { values: clocks, initial: 'first_response' };
const scale = { values: timeScales, initial: 'minutes' };
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
	{ clock, scale, stratum }
);

export const pairs = question(
	'satisfaction/pairs',
	{ stratum: 'text?', minutes: 'minutes', score: 'number', cases: 'cases' },
	{ clock, stratum }
);

export const ranks = question(
	'satisfaction/ranks',
	{
		stratum: 'text?',
		score: 'number',
		cases: 'cases',
		minutes_least: 'minutes',
		minutes_most: 'minutes',
		minutes_median: 'minutes',
		minutes_mean: 'minutes',
		minutes_squares: 'number',
		rank_sum: 'number',
		rank_square_sum: 'number'
	},
	{ clock, stratum }
);

export const concordance = question(
	'satisfaction/concordance',
	{ concordance: 'number', tied_pairs: 'number', tied_linear: 'number', tied_triples: 'number' },
	{ clock }
);

export const medians = question(
	'satisfaction/medians',
	{ stratum: 'text?', cases: 'cases', minutes_median: 'minutes' },
	{ clock, stratum }
);

export const waits = question(
	'satisfaction/waits',
	{ score: 'number', step: 'number', cases: 'cases' },
	{ clock, scale }
);
