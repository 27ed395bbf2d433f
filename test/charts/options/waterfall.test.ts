import { expect, test } from 'vitest';
import { light } from '#lib/charts/look/tokens.ts';
import { drawings, look } from '../drawings.ts';
import { axes, points, seriesOf, shapesOf } from './read.ts';

const drawn = drawings['waterfall']!(look());
const [bars] = seriesOf(drawn);

test('each bar starts where the one before it ended; the total starts at zero', () => {
	expect(points(bars!).map(({ value }) => (value as number[]).slice(0, 2))).toEqual([
		[0, 120],
		[120, 80],
		[80, 85],
		[0, 85]
	]);
});

test('more of what is better lower is bad, less good, the total neither', () => {
	const fills = [0, 1, 3].map((at) => shapesOf(bars!, at)[0]?.style?.['fill']);
	expect(fills).toEqual([light.bad, light.good, light.ink]);
});

test('the rest is outlined, as it stands for several values', () => {
	expect(shapesOf(bars!, 2)[0]?.style).toMatchObject({ fill: light.paper, stroke: light.bad });
});

test('zero and everything reached lie on the axis', () => {
	const [scale] = axes(drawn, 'xAxis');
	expect(scale?.min).toBeLessThanOrEqual(0);
	expect(scale?.max).toBeGreaterThanOrEqual(120);
});
