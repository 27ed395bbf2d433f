import { clocks, strataDimensions, timeKinds, timeScales } from '#lib/measures/waiting-time.ts';
import { question } from './question.ts';

const clock = { values: clocks, initial: 'first_response' };
const time = { values: timeKinds, initial: 'wall' };
const scale = { values: timeScales, initial: 'minutes' };
const stratum = { values: ['none', ...strataDimensions], initial: 'none' };

export const coverage = question(
	'satisfaction/coverage',
	{
		clock: 'text',
		cases: 'cases',
		rated: 'cases',
		satisfied: 'cases',
		score_sum: 'score',
		score_square_sum: 'number',
		timed: 'cases',
		timed_rated: 'cases',
		timed_by_wall: 'cases',
		timed_in_work: 'cases',
		set_aside: 'cases',
		whole_days: 'cases'
	},
	{ time }
);

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
	{ clock, time, scale, stratum }
);

export const pairs = question(
	'satisfaction/pairs',
	{ stratum: 'text?', minutes: 'minutes', score: 'number', cases: 'cases' },
	{ clock, time, stratum }
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
	{ clock, time, stratum }
);

export const concordance = question(
	'satisfaction/concordance',
	{ concordance: 'number', tied_pairs: 'number', tied_linear: 'number', tied_triples: 'number' },
	{ clock, time }
);

export const medians = question(
	'satisfaction/medians',
	{ stratum: 'text?', cases: 'cases', minutes_median: 'minutes' },
	{ clock, time, stratum }
);

export const waits = question(
	'satisfaction/waits',
	{ score: 'number', step: 'number', cases: 'cases' },
	{ clock, time, scale }
);

export const steps = question(
	'satisfaction/steps',
	{
		stratum: 'text?',
		from_minutes: 'minutes',
		below_minutes: 'minutes?',
		rated: 'cases',
		satisfied: 'cases',
		minutes_mean: 'minutes'
	},
	{ clock, time, stratum }
);

export const sides = question('satisfaction/sides', {
	side: 'text',
	overall: 'number?',
	score: 'number',
	cases: 'cases'
});

export const promoters = question('satisfaction/promoters', {
	cases: 'cases',
	answered: 'cases',
	promoters: 'cases',
	passives: 'cases',
	detractors: 'cases'
});

export const scoreCounts = question(
	'satisfaction/score_counts',
	{ stratum: 'text?', score: 'number', cases: 'cases' },
	{ stratum }
);

export const responseCells = question(
	'satisfaction/response_cells',
	{
		channel: 'text?',
		category: 'text?',
		from_minutes: 'minutes?',
		cases: 'cases',
		rated: 'cases',
		satisfied: 'cases'
	},
	{ clock, time }
);
