import { expect, test } from 'vitest';
import { monthLabels } from '#lib/charts/parts/axes.ts';
import { flags } from '#lib/charts/parts/flags.ts';
import { hatchLines } from '#lib/charts/parts/hatch.ts';
import { apart, band } from '#lib/charts/parts/lines.ts';
import { logTicks } from '#lib/charts/parts/log-time.ts';
import { extent, minuteScale, niceScale, ticks, totalScale } from '#lib/charts/parts/scale.ts';
import { level, shorten, sizeFor, textWidth, wrap } from '#lib/charts/parts/text.ts';
import { look, months } from '../drawings.ts';

const words = {
	month: (month: string) => String(Number(month.slice(5))),
	year: (month: string) => month.slice(0, 4)
};

test('a Han letter is one em wide and a Latin one about half', () => {
	expect(textWidth('投诉', 12)).toBe(24);
	expect(textWidth('ab', 10)).toBeCloseTo(11.6);
});

test('a text too long ends in an ellipsis within its width', () => {
	const cut = shorten('配送延误严重超过承诺时间', 60);
	expect(cut).toBe('配送延误…');
	expect(textWidth(cut)).toBeLessThanOrEqual(60);
	expect(shorten('价格', 60)).toBe('价格');
});

test('Latin breaks between words, Han anywhere but inside a word after a space', () => {
	expect(wrap('Customer service', 60)).toBe('Customer\nservice');
	expect(wrap('商品质量问题', 40)).toBe('商品质\n量问题');
	expect(wrap('5–15 分钟', 46)).toBe('5–15\n分钟');
	expect(wrap('账户与隐私', 50)).toBe('账户与\n隐私');
	expect(wrap('客服态度不专业', 50)).toBe('客服态度\n不专业');
	expect(wrap('one two three four', 30, 2)).toMatch(/^one\n.*…$/);
});

test('what is cut keeps the space between its words', () => {
	expect(wrap('South service centre of the west', 84, 2)).toBe('South service\ncentre of th…');
});

test('labels grow smaller until their longest word fits', () => {
	expect(sizeFor(['物流'], 30)).toBe(12);
	const needed = textWidth('Customer', 11);
	expect(sizeFor(['Customer service'], needed)).toBe(11);
	expect(sizeFor(['Customer service'], 10)).toBe(10);
});

test('labels under an axis are levelled to the same number of lines', () => {
	expect(level(['a\nb', 'c'])).toEqual(['a\nb', 'c\n ']);
});

test('a scale ends on round numbers outside its values', () => {
	expect(niceScale(0, 2446)).toEqual({ min: 0, max: 2500, interval: 500 });
	expect(niceScale(66.5, 89.4, 3)).toEqual({ min: 60, max: 90, interval: 10 });
	expect(niceScale(0, 3, 5, true)).toEqual({ min: 0, max: 3, interval: 1 });
	expect(niceScale(0, 0, 5, true)).toEqual({ min: 0, max: 1, interval: 1 });
	expect(ticks(niceScale(-0.024, 0.03, 6))).toEqual([-0.03, -0.02, -0.01, 0, 0.01, 0.02, 0.03]);
});

test('the axis of a Pareto ends exactly at the total', () => {
	expect(totalScale(22780).ticks).toEqual([0, 5000, 10000, 15000, 20000, 22780]);
	expect(totalScale(5100).ticks.at(-1)).toBe(5100);
	expect(totalScale(5100).ticks).not.toContain(5000);
});

test('the extent leaves out what is missing', () => {
	expect(extent([Number.NaN, 3], [1])).toEqual([1, 3]);
	expect(extent([Number.NaN])).toBeUndefined();
});

test('months are labelled by quarter, the year under January, the running one always', () => {
	const labels = monthLabels(months, words, { running: 22, pixelsEach: 30 });
	expect(labels[0]).toBe('1\n2024');
	expect(labels.slice(1, 7)).toEqual(['', '', '4', '', '', '7']);
	expect(labels[12]).toBe('1\n2025');
	expect(labels[22]).toBe('11');
	// October would touch the running November.
	expect(labels[21]).toBe('');
});

test('where there is no January the first label says the year', () => {
	const labels = monthLabels(months.slice(1, 7), words, { pixelsEach: 20 });
	expect(labels.filter((label) => label !== '')).toEqual(['4\n2024', '7']);
});

test('labels that want the same place move apart as little as possible', () => {
	expect(apart([0, 50])).toEqual([0, 0]);
	expect(apart([10, 10], 16)).toEqual([-8, 8]);
	expect(apart([20, 10, 10], 10)).toEqual([3, -7, 3]);
});

test('a band is its lower end, unseen, and the difference stacked on it', () => {
	const [lower, upper] = band(look(), {
		lower: [1, Number.NaN],
		upper: [4, Number.NaN],
		role: 'subject',
		name: 'x'
	});
	expect(lower?.data).toEqual([1, '-']);
	expect(upper?.data).toEqual([3, '-']);
	expect(lower?.stack).toBe(upper?.stack);
	expect(lower?.lineStyle?.opacity).toBe(0);
});

test('flags without room for their words keep their line', () => {
	const all = flags(
		look(),
		[
			{ at: 1, label: 'a rather long name of a measure' },
			{ at: 2, label: 'another rather long name' }
		],
		{ pixelsEach: 10, plotWidth: 30 }
	);
	const data = all.data as { xAxis: number; label: { show: boolean } }[];
	expect(data.map(({ xAxis }) => xAxis)).toEqual([1, 2]);
	expect(data.map(({ label }) => label.show)).toEqual([false, false]);
});
test('flags too near for words over their lines stand beside them', () => {
	const all = flags(
		look(),
		[
			{ at: 10, label: '智能分派上线' },
			{ at: 11, label: '苏州仓暴雨停运' },
			{ at: 12, label: '新排班方案上线' }
		],
		{ pixelsEach: 28, plotWidth: 420 }
	);
	const data = all.data as { label: { show: boolean; align: string } }[];
	expect(data.map(({ label }) => label.show && label.align)).toEqual(['right', false, 'left']);
});

test('the hatch stays inside its box', () => {
	const { pathData } = hatchLines({ x: 10, y: 20, width: 30, height: 14 }, look()).shape;
	const points = [...pathData.matchAll(/[ML]([\d.]+) ([\d.]+)/g)].map(([, x, y]) => [
		Number(x),
		Number(y)
	]);
	expect(points.length).toBeGreaterThan(8);
	for (const [x = 0, y = 0] of points) {
		expect(x >= 10 && x <= 40 && y >= 20 && y <= 34).toBe(true);
	}
});

test('a log axis of time is labelled at round times', () => {
	expect(logTicks(0, 3.3).map((power) => Math.round(10 ** power))).toEqual([
		1, 5, 15, 60, 240, 1440
	]);
	expect(logTicks(0, 4.7, 4).length).toBeLessThanOrEqual(4);
});

test('an axis of minutes has whole minutes, hours or days', () => {
	expect(minuteScale(0, 45)).toEqual({ min: 0, max: 50, interval: 10 });
	expect(minuteScale(0, 600)).toEqual({ min: 0, max: 600, interval: 120 });
	expect(minuteScale(0, 3200)).toEqual({ min: 0, max: 3600, interval: 720 });
	expect(minuteScale(0, 14_000)).toEqual({ min: 0, max: 14_400, interval: 2880 });
});
