import {
	driverMeasures,
	hotspotPlaces,
	hotspotValues,
	outcomes
} from '#lib/measures/driver-measures.ts';
import { dimensionChoice, question, type ParameterSpec } from './question.ts';

const measure: ParameterSpec = {
	values: [...new Set([...driverMeasures, ...outcomes])],
	initial: 'complaints'
};

export const groups = question(
	'drivers/groups',
	{
		dimension: 'text?',
		value: 'text?',
		second: 'text?',
		second_value: 'text?',
		cases: 'cases',
		total: 'number',
		squares: 'number',
		cases_before: 'cases',
		total_before: 'number',
		squares_before: 'number'
	},
	{ measure }
);

export const variation = question(
	'drivers/variation',
	{
		dimension: 'text?',
		value: 'text?',
		step: 'day',
		cases: 'cases',
		total: 'number',
		squares: 'number'
	},
	{ measure, step: { values: ['week', 'day'], initial: 'week' } }
);

export const orders = question('drivers/orders', {
	dimension: 'text?',
	value: 'text?',
	week: 'day?',
	orders: 'orders',
	orders_before: 'orders',
	days_with_orders: 'number',
	days_with_orders_before: 'number'
});

export const cells = question(
	'drivers/cells',
	{
		what: 'text?',
		place: 'text?',
		week: 'day',
		cases: 'cases',
		expected: 'cases',
		cells: 'number',
		excess: 'number',
		squares: 'number'
	},
	{
		what: dimensionChoice(hotspotValues, 'product'),
		place: dimensionChoice(hotspotPlaces, 'region')
	}
);
