import { expect, test } from 'vitest';
import { light } from '#lib/charts/look/tokens.ts';
import { monthlyTrend } from '#lib/charts/options/monthly-trend.ts';
import { look, months, trend, trendWords } from '../drawings.ts';
import { axes, points, seriesNamed, seriesOf } from './read.ts';

const drawn = monthlyTrend(trend, look(), trendWords);
const bars = seriesNamed(drawn, trendWords.countName);

test('bars begin at zero and both plots share the months', () => {
	expect(axes(drawn, 'yAxis')[0]?.min).toBe(0);
	expect(axes(drawn, 'xAxis').map(({ data }) => data)).toEqual([months, months]);
});

test('the running month is hatched, all others are solid grey', () => {
	const styles = points(bars).map(({ itemStyle }) => itemStyle);
	expect(styles[22]).toMatchObject({ color: light.paper, borderColor: light.accent });
	expect(styles[22]?.['decal']).toMatchObject({ rotation: -Math.PI / 4 });
	expect(styles.slice(0, 22).every((style) => style?.['color'] === light.rest)).toBe(true);
});

test('the comparable part lies over its bar in accent, nowhere else', () => {
	const part = seriesNamed(drawn, `${trendWords.countName} part`);
	expect(part['barGap']).toBe('-100%');
	const values = points(part).map(({ value }) => value);
	expect(values[months.indexOf('2024-11')]).toBe(700);
	expect(values.filter((value) => value !== '-')).toHaveLength(1);
});

test('the target is in sight even where no value comes near it', () => {
	const scale = axes(drawn, 'yAxis')[1];
	expect(scale?.max).toBeGreaterThanOrEqual(95);
	expect(seriesNamed(drawn, 'target').data).toEqual(months.map(() => 95));
});

test('the running point is hollow and joined by a dashed line, never by the solid one', () => {
	const line = seriesNamed(drawn, trendWords.valueName);
	const open = seriesNamed(drawn, `${trendWords.valueName} running`);
	expect(points(line)[22]?.value).toBe('-');
	expect(points(open)[22]).toMatchObject({ value: 82, itemStyle: { color: light.paper } });
	expect(open['lineStyle']).toMatchObject({ type: [2, 2] });
});

test('a month without ratings is a gap, not a zero', () => {
	const value = months.map((_, at) => (at === 3 ? Number.NaN : 80));
	const gap = monthlyTrend({ ...trend, value }, look(), trendWords);
	expect(points(seriesNamed(gap, trendWords.valueName))[3]?.value).toBe('-');
});

test('without a line there is one plot', () => {
	const alone = monthlyTrend({ month: months, count: trend.count }, look(), trendWords);
	expect(seriesOf(alone)).toHaveLength(1);
	expect(axes(alone, 'xAxis')).toHaveLength(1);
});

test('flags stand at their month; one outside the months is left out', () => {
	const flagged = monthlyTrend(
		{ ...trend, flags: [...(trend.flags ?? []), { month: '2019-01', label: 'x' }] },
		look(),
		trendWords
	);
	const lines = seriesNamed(flagged, trendWords.countName).markLine?.data;
	expect(lines?.map(({ xAxis }) => xAxis)).toEqual([months.indexOf('2024-06')]);
});

test('a phone shows the running month and the twelve before it, with the words of those months', () => {
	const narrow = monthlyTrend(trend, look(358), trendWords);
	expect(axes(narrow, 'xAxis')[0]?.data).toEqual(months.slice(-13));
	expect(points(seriesNamed(narrow, trendWords.countName))[0]?.mark).toMatchObject({
		key: '2024-11',
		words: ['2024-11', '10']
	});
});
