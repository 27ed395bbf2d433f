import { expect, test } from 'vitest';
import type { EChartsOption } from '#lib/charts/drawing.ts';
import { marked, spoken, type Mark } from '#lib/charts/mark.ts';
import { below, seats } from '#lib/charts/seats.ts';
import { drawings, look, months } from './drawings.ts';

test('every chart has marks to walk through, each once and each with words', () => {
	for (const [name, draw] of Object.entries(drawings)) {
		const all = seats(draw(look()));
		expect(all.length, name).toBeGreaterThan(0);
		expect(new Set(all.map(({ mark }) => mark.id)).size, name).toBe(all.length);
		expect(
			all.every(({ mark }) => spoken(mark, ', ') !== ''),
			name
		).toBe(true);
	}
});

test('a month that is drawn as bar, part and point is one mark', () => {
	const draw = drawings['monthly trend'];
	expect(draw && seats(draw(look())).map(({ mark }) => mark.key)).toEqual(months);
});

test('leaves of a tree are counted as ECharts counts them: a root first, parents before children', () => {
	const mark = (id: string): Mark => ({ id, key: id, words: [id] });
	const option: unknown = {
		series: [
			{
				type: 'treemap',
				data: [
					marked({ children: [marked({}, mark('a1')), marked({}, mark('a2'))] }, mark('a')),
					marked({}, mark('b'))
				]
			}
		]
	};
	expect(seats(option as EChartsOption).map(({ mark: { id }, index }) => [id, index])).toEqual([
		['a', 1],
		['a1', 2],
		['a2', 3],
		['b', 4]
	]);
});

test('down goes to the next row of the same column, or simply on where there is one dimension', () => {
	const map = seats(drawings['heat map']?.(look()) ?? {});
	// Two rows of three columns.
	expect([0, 1, 4].map((at) => below(map, at, 1))).toEqual([3, 4, 1]);
	expect(below(map, 0, -1)).toBe(3);
	const bars = seats(drawings['monthly trend']?.(look()) ?? {});
	expect([below(bars, 3, 1), below(bars, 0, -1)]).toEqual([4, bars.length - 1]);
});
