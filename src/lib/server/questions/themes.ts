import { question } from './question.ts';

export const coverage = question('themes/coverage', {
	cases: 'cases',
	narratives: 'cases',
	read: 'cases',
	themed: 'cases',
	unclassified: 'cases'
});

export const words = question(
	'themes/words',
	{ word: 'text', cases: 'cases', cases_of_all: 'cases' },
	{ held_against: { values: ['rest', 'days'], initial: 'rest' } }
);

export const pairs = question('themes/pairs', {
	first: 'text',
	second: 'text',
	together: 'cases',
	first_cases: 'cases',
	second_cases: 'cases'
});

export const byTheme = question('themes/by_theme', {
	theme: 'number?',
	label: 'text?',
	cases: 'cases',
	cases_before: 'cases',
	rated: 'cases',
	satisfied: 'cases',
	score_sum: 'score'
});

export const labels = question('themes/labels', { theme: 'number', label: 'text' });

export const byMonth = question('themes/by_month', {
	theme: 'number',
	month: 'day',
	cases: 'cases'
});

export const examples = question('themes/examples', {
	theme: 'number',
	source: 'text',
	case_no: 'text',
	fit: 'number'
});

export const twins = question('themes/twins', {
	twins: 'number',
	cases: 'cases',
	customers: 'number',
	first_day: 'day',
	last_day: 'day',
	source: 'text',
	case_no: 'text'
});

export const twinTotals = question('themes/twin_totals', { groups: 'number', cases: 'cases' });

export const suggestions = question('themes/suggestions', {
	source: 'text',
	case_no: 'text',
	received_day: 'day',
	category: 'text',
	confidence: 'share'
});
