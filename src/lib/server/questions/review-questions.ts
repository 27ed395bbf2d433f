import { question } from './question.ts';

export const values = question('review/values', {
	month: 'day',
	dimension: 'text?',
	value: 'text?',
	cases: 'cases'
});

export const received = question(
	'review/received',
	{
		month: 'day',
		is_total: 'flag',
		category: 'text?',
		cases: 'cases',
		resolved: 'cases',
		state_told: 'cases'
	},
	{ to_day: { values: Array.from({ length: 31 }, (_, day) => String(day + 1)), initial: '31' } }
);
