import { expect, test } from 'vitest';
import type { EChartsOption } from '#lib/charts/drawing.ts';
import { marked, spoken, type Mark } from '#lib/charts/mark.ts';
import { seats } from '#lib/charts/seats.ts';
import { drawings, look, months } from './drawings.ts';

test('every chart has marks to walk through, each once and each with words', () => {
	for (const [name, draw] of Object.entries(drawings)) {
		const all = seats(draw(look()));
		expect(all.length, name).toBeGreaterThan(0);
		expect(new Set(all.map(({ mark }) => mark.id)).size, name).toBe(all.length);
		expect(
			all.every(({ mark }) => spoken(mark) !== ''),
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
