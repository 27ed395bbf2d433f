import { expect, test } from 'vitest';
import { light } from '#lib/charts/look/tokens.ts';
import { zClass } from '#lib/charts/options/heat-cell.ts';
import { heatMap, heatMapHeight } from '#lib/charts/options/heat-map.ts';
import type { Mark } from '#lib/charts/mark.ts';
import { cells, drawings, look } from '../drawings.ts';
import { points, seriesOf, shapesOf, type Series } from './read.ts';

const words = {
	row: (key: string | null) => key ?? '（未填写）',
	column: (key: string | null) => key ?? '',
	count: String,
	tip: () => ['x'] as const
};
const [map] = seriesOf(heatMap(cells, look(), words)) as [Series];

test('a tint begins at three standard errors and is strongest above five', () => {
	expect([2.99, 3, 5, 5.01, -3, -6, Number.NaN].map(zClass)).toEqual([
		'chance',
		'above3',
		'above3',
		'above5',
		'below3',
		'below5',
		'chance'
	]);
});

test('every cell is there with its count, zero where no case is', () => {
	expect(points(map)).toHaveLength(6);
	const written = [0, 1, 2, 3, 4, 5].map(
		(at) => shapesOf(map, at).find(({ type }) => type === 'text')?.style?.['text']
	);
	expect(written).toEqual(['130', '52', '0', '0', '0', '7']);
});

test('the direction of a tint has a shape of its own', () => {
	const corner = (at: number) => shapesOf(map, at).find(({ type }) => type === 'polygon');
	expect(corner(0)?.style).toMatchObject({ fill: light.bad });
	expect(corner(1)?.style).toMatchObject({ fill: light.good });
	expect(corner(2)).toBeUndefined();
});

test('a tinted cell is bold, one within chance is not', () => {
	const style = (at: number) => shapesOf(map, at).find(({ type }) => type === 'text')?.style;
	expect(style(0)).toMatchObject({ fontWeight: 600, fill: light.ink });
	expect(style(2)).toMatchObject({ fontWeight: 400 });
	expect(shapesOf(map, 2)[0]?.style).toMatchObject({ fill: light.ground });
});

test('the column of a part of a month is hatched, the others are not', () => {
	const hatched = [0, 1, 2].map((at) => shapesOf(map, at).some(({ type }) => type === 'path'));
	expect(hatched).toEqual([false, false, true]);
});

test('a cell stands for its row and its column, the blank group too', () => {
	const last = points(map)[5]?.mark as Mark;
	expect([last.key, last.column]).toEqual([null, '2025-11']);
});

test('the chosen cell is framed', () => {
	const selected = { row: '价格', column: '2025-10' };
	const [chosen] = seriesOf(heatMap({ ...cells, selected }, look(), words)) as [Series];
	expect(shapesOf(chosen, 1)[0]?.style).toMatchObject({ stroke: light.ink, lineWidth: 2 });
	expect(shapesOf(chosen, 0)[0]?.style).not.toHaveProperty('stroke');
});

test('a row is higher on a phone, where its name stands over it', () => {
	expect(heatMapHeight(cells)).toEqual({ wide: 48 + 2 * 28, narrow: 48 + 2 * 46 });
});

test('a treemap holds every case and knows category and subcategory of a leaf', () => {
	const [tree] = seriesOf(drawings['treemap']?.(look()) ?? {}) as [Series];
	const roots = tree.data as { value: number; children: { value: number; mark: Mark }[] }[];
	expect(roots.map(({ value }) => value)).toEqual([70, 25, 5]);
	expect(roots[0]?.children.map(({ value, mark }) => [value, mark.key, mark.column])).toEqual([
		[60, '缺陷', '质量'],
		[10, null, '质量']
	]);
});
