import { expect, test } from 'vitest';
import { light } from '#lib/charts/look/tokens.ts';
import { shareVerdict } from '#lib/charts/options/share-change.ts';
import { intervalRows } from '#lib/charts/parts/intervals.ts';
import { drawings, look } from '../drawings.ts';
import { axes, seriesOf, shapesOf, type Series } from './read.ts';

test('an interval that holds zero is open; above it is worse, below it better', () => {
	expect(shareVerdict(0.001, 0.02)).toBe('worse');
	expect(shareVerdict(-0.02, -0.001)).toBe('better');
	expect(shareVerdict(-0.01, 0.01)).toBe('open');
	expect(shareVerdict(0, 0.01)).toBe('open');
});

test('zero is in sight and marked by a line', () => {
	for (const name of ['share change', 'coefficients']) {
		const drawn = drawings[name]?.(look());
		if (drawn === undefined) throw new Error(name);
		const [scale] = axes(drawn, 'xAxis');
		expect(scale?.min).toBeLessThan(0);
		expect(scale?.max).toBeGreaterThanOrEqual(0);
		expect(seriesOf(drawn)[0]?.markLine?.data).toEqual([{ xAxis: 0 }]);
	}
});

const rows = intervalRows(
	look(),
	[
		{ value: 5, low: 2, high: 9, verdict: 'worse' },
		{ value: -5, low: -9, high: -2, verdict: 'better', good: 'down' },
		{ value: 1, low: -2, high: 4, verdict: 'open' },
		{ value: 1, low: Number.NaN, high: Number.NaN, verdict: 'pooled' },
		{ value: Number.NaN, low: 0, high: 0, verdict: 'open' }
	],
	'rows'
) as unknown as Series;

test('the bar runs from the lower to the upper end', () => {
	expect(shapesOf(rows, 0)[0]).toMatchObject({ type: 'rect', shape: { x: 2, width: 7 } });
});

test('a verdict has a shape beside its colour', () => {
	const markers = [0, 1, 2].map((at) => shapesOf(rows, at)[1]);
	expect(markers.map((marker) => marker?.type)).toEqual(['polygon', 'polygon', 'circle']);
	expect(markers.map((marker) => marker?.style?.['fill'])).toEqual([
		light.bad,
		light.good,
		light.rest
	]);
	const corners = (at: number): unknown[] => markers[at]?.shape?.['points'] as unknown[];
	expect([corners(0).length, corners(1).length]).toEqual([4, 3]);
});

test('without an interval only the marker is drawn, without a value nothing', () => {
	expect(shapesOf(rows, 3).map(({ type }) => type)).toEqual(['rect']);
	expect(shapesOf(rows, 4)).toEqual([]);
});
