import { expect, test } from 'vitest';
import { light } from '#lib/charts/look/tokens.ts';
import { responseRate } from '#lib/charts/options/response-rate.ts';
import { ridges } from '#lib/charts/options/ridges.ts';
import { scoreBands } from '#lib/charts/options/score-bands.ts';
import { strataHeight, strataPanels } from '#lib/charts/options/strata-panels.ts';
import { drawings, look, scores, strata } from '../drawings.ts';
import { axes, points, seriesOf, shapesOf, type Series } from './read.ts';

const words = {
	valueName: '满意率（%）',
	tick: String,
	value: String,
	band: (key: string) => key,
	under: () => ['n = 1'] as const,
	target: String,
	tip: () => ['x'] as const
};

test('a box covers its interval, its line lies at the value, the warned one is orange', () => {
	const drawn = scoreBands({ ...scores, warned: ['a'] }, look(), words);
	const [boxes] = seriesOf(drawn) as [Series];
	const [box, line] = shapesOf(boxes, 0);
	// Pixels grow downwards: api.coord of this test does not turn the axis, so high comes first.
	expect(box?.shape).toMatchObject({ y: 90, width: 28 });
	expect(line?.shape).toMatchObject({ y: 87, height: 2 });
	expect(line?.style).toMatchObject({ fill: light.bad });
	expect(shapesOf(boxes, 1)[1]?.style).toMatchObject({ fill: light.accent });
});

test('intervals need not begin at zero but never leave the ends of their unit', () => {
	const near = { ...scores, value: [99, 98], lower: [97, 96], upper: [100, 100], band: ['a', 'b'] };
	const [scale] = axes(scoreBands(near, look(), words), 'yAxis');
	expect(scale?.min).toBeGreaterThan(0);
	expect(scale?.max).toBe(100);
});

test('a band nobody rated draws no box', () => {
	const value = scores.value.map((each, at) => (at === 2 ? Number.NaN : each));
	const [boxes] = seriesOf(scoreBands({ ...scores, value }, look(), words)) as [Series];
	expect(shapesOf(boxes, 2)).toEqual([]);
});

test('bars of response rate begin at zero and never pass 100 %', () => {
	const drawn = responseRate({ band: ['a'], rate: [0.98], cases: [10] }, look(), {
		...words,
		rateName: 'x',
		rate: String,
		under: () => '',
		overall: String
	});
	const [scale] = axes(drawn, 'yAxis');
	expect([scale?.min, scale?.max]).toEqual([0, 1]);
});

test('all panels share one scale and each has the pooled line', () => {
	const drawn = drawings['strata']?.(look()) ?? {};
	const scales = axes(drawn, 'yAxis').map(({ min, max }) => `${min}–${max}`);
	expect(new Set(scales).size).toBe(1);
	expect(seriesOf(drawn).filter(({ name }) => name === '合并')).toHaveLength(4);
});

test('bands left out of a stratum are gaps without a mark', () => {
	const drawn = strataPanels(strata, look(), {
		title: (at) => `panel ${at}`,
		under: () => '',
		band: (key) => key,
		tick: String,
		pooled: 'all',
		tip: () => ['x']
	});
	const first = seriesOf(drawn).find(({ name }) => name === 'panel 0');
	expect(first && points(first).map(({ value }) => value === '-')).toEqual([
		false,
		false,
		false,
		false,
		false,
		false,
		true,
		true
	]);
	expect(first && points(first)[7]?.mark).toBeUndefined();
});

test('panels stand beside each other on a desk and under each other on a phone', () => {
	expect(strataHeight(strata)).toEqual({ wide: 230, narrow: 4 * 190 });
});

test('ridges share one scale of density and leave out the median of nobody', () => {
	const [shapes] = seriesOf(drawings['ridges']?.(look()) ?? {}) as [Series];
	expect(shapesOf(shapes, 0).map(({ type }) => type)).toEqual([
		'polygon',
		'polyline',
		'rect',
		'text'
	]);
	expect(shapesOf(shapes, 1).map(({ type }) => type)).toEqual(['polygon', 'polyline']);
	const height = (at: number): number => {
		const ys = (shapesOf(shapes, at)[1]?.shape?.['points'] as [number, number][]).map(([, y]) => y);
		return Math.max(...ys) - Math.min(...ys);
	};
	// Peaks 0.6 and 0.3 of the same scale.
	expect(height(1) / height(0)).toBeCloseTo(0.3 / 0.6, 9);
});

test('the median stands at its place on the log axis', () => {
	const drawn = ridges(
		{ at: [0, 2], ridges: [{ key: '5', density: [1, 1], medianMinutes: 100, cases: 9 }] },
		look(),
		{ row: String, tick: String, median: String, cases: String, tip: () => ['x'] }
	);
	const [shapes] = seriesOf(drawn) as [Series];
	expect(shapesOf(shapes, 0)[2]?.shape?.['x']).toBeCloseTo(2 - 0.75, 9);
});
