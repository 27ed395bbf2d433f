import { expect, test } from 'vitest';
import { light } from '#lib/charts/look/tokens.ts';
import { pareto, paretoHeight } from '#lib/charts/options/pareto.ts';
import { paretoRows } from '#lib/charts/options/pareto-columns.ts';
import { groups, look, manyGroups, paretoWords } from '../drawings.ts';
import { axes, points, seriesNamed } from './read.ts';

const rows = paretoRows(groups, paretoWords);

test('largest first, "other" after all named groups, the blank group last', () => {
	expect(rows.map(({ name }) => name)).toEqual([
		'商品质量',
		'物流配送',
		'售后处理',
		'价格',
		'其他',
		'（未填写）'
	]);
});

test('shares are of all cases, blank and other too, and add up to one', () => {
	// 500 / 1300, then 750, 850, 900, 1200 and 1300 of 1300.
	expect(rows[0]?.share).toBeCloseTo(500 / 1300, 12);
	expect(rows.map(({ cumulative }) => Math.round(cumulative * 1300))).toEqual([
		500, 750, 850, 900, 1200, 1300
	]);
});

test('where named groups never reach 80 % none is called vital', () => {
	expect(rows.every(({ kind }) => kind !== 'vital')).toBe(true);
});

test('the vital few are the fewest that reach 80 %, the one that passes it included', () => {
	const few = paretoRows({ key: ['a', 'b', 'c', 'd'], amount: [60, 19, 11, 10] }, paretoWords);
	expect(few.map(({ kind }) => kind)).toEqual(['vital', 'vital', 'vital', 'rest']);
	const exact = paretoRows({ key: ['a', 'b', 'c'], amount: [60, 20, 20] }, paretoWords);
	expect(exact.map(({ kind }) => kind)).toEqual(['vital', 'vital', 'rest']);
});

test('a long list says how many it folds and loses no case', () => {
	const folded = paretoRows(manyGroups, paretoWords);
	expect(folded).toHaveLength(25);
	const rest = folded.at(-2);
	// 39 named groups: 23 shown, 16 folded.
	expect(rest).toMatchObject({ kind: 'folded', name: '另外 16 类' });
	expect(rest?.keys).toHaveLength(16);
	expect(folded.at(-1)?.kind).toBe('blank');
	const total = Array.from(manyGroups.amount).reduce((sum, amount) => sum + amount, 0);
	expect(folded.reduce((sum, { amount }) => sum + amount, 0)).toBe(total);
	expect(folded.at(-1)?.cumulative).toBeCloseTo(1, 12);
});

test('both axes share one height: the left ends at the total, the right at 100', () => {
	const [left, right] = axes(pareto(groups, look(), paretoWords), 'yAxis');
	expect([left?.min, left?.max]).toEqual([0, 1300]);
	expect([right?.min, right?.max]).toEqual([0, 100]);
});

test('the blank bar is outlined and dashed, the vital few are accent, the chosen one is framed', () => {
	const columns = { key: ['a', 'b', null], amount: [85, 10, 5], selected: 'a' };
	const bars = points(seriesNamed(pareto(columns, look(), paretoWords), paretoWords.amountName));
	expect(bars[0]?.itemStyle).toMatchObject({
		color: light.accent,
		borderColor: light.ink,
		borderWidth: 2
	});
	expect(bars[1]?.itemStyle).toMatchObject({ color: light.rest });
	expect(bars[2]?.itemStyle).toMatchObject({ color: light.paper, borderType: [3, 2] });
});

test('an 80 % line is drawn', () => {
	const line = seriesNamed(pareto(groups, look(), paretoWords), paretoWords.cumulativeName);
	expect(line.markLine?.data).toMatchObject([{ yAxis: 80 }]);
});

test('more than twelve groups lie on their side, one row each, from zero to the total', () => {
	const lying = pareto(manyGroups, look(), paretoWords);
	const [cumulative, amount] = axes(lying, 'xAxis');
	const total = Array.from(manyGroups.amount).reduce((sum, each) => sum + each, 0);
	expect([cumulative?.min, cumulative?.max]).toEqual([0, 100]);
	expect([amount?.min, amount?.max]).toEqual([0, total]);
	expect(axes(lying, 'yAxis')[0]).toMatchObject({ inverse: true });
	expect(paretoHeight(manyGroups)).toMatchObject({ wide: 72 + 26 * 28 });
});

test('no group at all draws nothing and does not fail', () => {
	const none = pareto({ key: [], amount: [] }, look(), paretoWords);
	expect(seriesNamed(none, paretoWords.amountName).data).toEqual([]);
});
