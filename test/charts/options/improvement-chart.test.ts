import { expect, it } from 'vitest';
import { lookFor } from '#lib/charts/look/look.ts';
import { improvementChart } from '#lib/charts/options/improvement-chart.ts';
import type {
	ImprovementColumns,
	ImprovementSide
} from '#lib/charts/options/improvement-columns.ts';

const sides: readonly ImprovementSide[] = [
	'outside',
	'baseline',
	'excluded',
	'baseline',
	'after',
	'after',
	'partial'
];
const columns: ImprovementColumns = {
	period: ['01', '02', '03', '04', '05', '06', '07'].map((month) => `2025-${month}-01`),
	step: 'month',
	value: [3.1, 3.2, 5.6, 3, 1.4, 1.6, 0.7],
	center: [3.1, 3.1, 3.1, 3.1, 1.5, 1.5, Number.NaN],
	lower: [2, 2, 2, 2, 1, 1, Number.NaN],
	upper: [4, 4, 4, 4, 2, 2, Number.NaN],
	side: sides,
	mean: 1.5,
	target: 2.6,
	effectiveAt: 4,
	floor: 0
};
const words = {
	valueName: 'rate',
	tick: String,
	upper: 'upper limit',
	lower: 'lower limit',
	target: (value: number) => `target ${value}`,
	mean: (value: number) => `mean ${value}`,
	effective: '1 May 2025: in effect',
	excluded: 'not in the baseline',
	month: (day: string) => day.slice(5, 7),
	year: (day: string) => day.slice(0, 4),
	tip: (at: number) => [String(at)] as [string]
};
type Point = '-' | number | { readonly value: number | '-'; readonly itemStyle?: object };
interface Drawn {
	readonly name: string;
	readonly type: string;
	readonly data: readonly Point[];
	readonly endLabel?: { readonly formatter: () => string };
	readonly markLine?: {
		readonly data: readonly {
			readonly xAxis: number;
			readonly label: { formatter: () => string };
		}[];
	};
}
const valuesOf = (data: readonly Point[] = []) =>
	data.map((point) => (typeof point === 'object' ? point.value : point));
const drawn = (width: number, given = columns) => {
	const look = lookFor({ scheme: 'light', width, height: 320 });
	return improvementChart(given, look, words).series as unknown as readonly Drawn[];
};
const named = (series: readonly Drawn[], name: string) => series.find((one) => one.name === name);

it('parts what was before from what came after, and judges neither the running period nor what was left out', () => {
	const series = drawn(864);
	expect(valuesOf(named(series, 'rate before')?.data)).toEqual([3.1, 3.2, 5.6, 3, '-', '-', '-']);
	expect(valuesOf(named(series, 'rate')?.data)).toEqual(['-', '-', '-', '-', 1.4, 1.6, '-']);
	expect(valuesOf(named(series, 'rate running')?.data)).toEqual([
		'-',
		'-',
		'-',
		'-',
		'-',
		'-',
		0.7
	]);
	const hollow = named(series, 'rate before')?.data[2];
	expect(hollow).toHaveProperty('itemStyle.borderColor');
	expect(valuesOf(named(series, 'excluded')?.data).filter((value) => value !== '-')).toHaveLength(
		1
	);
});

it('names limits, target and mean at the right end, and the effective date above its period', () => {
	const series = drawn(864);
	const ends = series.flatMap(({ endLabel }) => (endLabel ? [endLabel.formatter()] : []));
	expect(ends.sort()).toEqual(['lower limit', 'mean 1.5', 'target 2.6', 'upper limit']);
	const flags = named(series, 'rate before')?.markLine?.data ?? [];
	expect(flags.map(({ xAxis }) => xAxis)).toEqual([4, 2]);
	expect(flags[0]?.label.formatter()).toBe('1 May 2025: in effect');
});

it('leaves the names to the table on a phone, and draws without a target or an effective date', () => {
	expect(drawn(340).some(({ endLabel }) => endLabel)).toBe(false);
	const bare = drawn(864, { ...columns, target: null, effectiveAt: null, mean: null });
	expect(bare.some(({ name }) => name.startsWith('target'))).toBe(false);
	expect(named(bare, 'rate before')?.markLine?.data).toHaveLength(1);
});
