import { crossDimensions } from '#lib/measures/cross-dimensions.ts';
import { dimensionChoice, question, type ParameterSpec } from './question.ts';

/** Within one category its subcategories take the place of the categories. */
const level: ParameterSpec = { values: ['category', 'subcategory'], initial: 'category' };
const step: ParameterSpec = { values: ['month', 'week', 'day'], initial: 'month' };

export const pareto = question('categories/pareto', {
	category: 'text?',
	subcategory: 'text?',
	cases: 'cases',
	cases_before: 'cases',
	costed: 'cases',
	cost: 'money'
});

export const severity = question('categories/severity', {
	category: 'text?',
	subcategory: 'text?',
	grade: 'text?',
	cases: 'cases'
});

export const byPeriod = question(
	'categories/by_period',
	{ name: 'text?', since: 'day', cases: 'cases' },
	{ level, step }
);

export const byDimension = question(
	'categories/by_dimension',
	{ name: 'text?', kind: 'text', value: 'text?', cases: 'cases', further: 'number' },
	{ level, dimension: dimensionChoice(crossDimensions, 'channel') }
);
