import type { LineSeriesOption } from 'echarts';
import { orGap, valueAt, type Numbers } from '../drawing.ts';
import type { Look } from '../look/look.ts';
import { marked, type Mark } from '../mark.ts';
import { apart, band, endLabel, limit, target } from '../parts/lines.ts';
import { extent, niceScale, type Scale } from '../parts/scale.ts';
import type { MonthlyTrendColumns, MonthlyTrendWords } from './monthly-trend-columns.ts';

/** Not from zero: the line is read for its change. The target is always in sight. */
export function lineScale(columns: MonthlyTrendColumns): Scale {
	const aim = columns.target === undefined ? [] : [columns.target];
	const all = extent(
		columns.value ?? [],
		columns.lower ?? [],
		columns.upper ?? [],
		columns.limitLower ?? [],
		columns.limitUpper ?? [],
		aim
	) ?? [0, 1];
	return niceScale(all[0], all[1], 3);
}

export type End = {
	readonly kind: 'upper' | 'target' | 'value' | 'lower';
	readonly text: string;
	readonly at: number;
};

/** What stands at the right end of the lines, with the value each wants to stand at. */
export function lineEnds(columns: MonthlyTrendColumns, words: MonthlyTrendWords): End[] {
	if (columns.value === undefined) return [];
	const last = columns.month.length - 1;
	const ends: End[] = [];
	const push = (kind: End['kind'], text: string, at: number | undefined): void => {
		if (at !== undefined && Number.isFinite(at)) ends.push({ kind, text, at });
	};
	const value = valueAt(columns.value, last);
	push('upper', words.upper, columns.limitUpper && valueAt(columns.limitUpper, last));
	push('target', columns.target === undefined ? '' : words.target(columns.target), columns.target);
	push('value', Number.isFinite(value) ? words.last(value, last === columns.running) : '', value);
	push('lower', words.lower, columns.limitLower && valueAt(columns.limitLower, last));
	return ends;
}

/** The line with its band, limits and target, each named at its end. */
export function trendLines(
	columns: MonthlyTrendColumns,
	look: Look,
	words: MonthlyTrendWords,
	marks: readonly Mark[],
	ends: readonly End[],
	{ pixels, pixelsEach }: { pixels: (value: number) => number; pixelsEach: number }
): LineSeriesOption[] {
	const { colours } = look;
	const place = { xAxisIndex: 1, yAxisIndex: 1 };
	const value = columns.value ?? [];
	// Names stand beside the plot, which ends half a month after the last point.
	const distance = 8 + pixelsEach / 2;
	const shifts = apart(ends.map((end) => pixels(end.at)));
	const shift = (kind: End['kind']): number =>
		shifts[ends.findIndex((end) => end.kind === kind)] ?? 0;
	const text = (kind: End['kind']): string | undefined =>
		ends.find((end) => end.kind === kind)?.text;
	const boundary = (kind: 'upper' | 'lower', values: Numbers | undefined): LineSeriesOption[] => {
		if (values === undefined) return [];
		const label = text(kind);
		const line = limit(look, { values, name: words[kind], ...place });
		return [
			label === undefined
				? line
				: { ...line, endLabel: endLabel(colours.ink2, label, shift(kind), { distance }) }
		];
	};
	const targetLabel = text('target');
	const running = columns.running;
	const smallEnough = columns.month.length <= 40;
	const line: LineSeriesOption = {
		type: 'line',
		name: words.valueName,
		...place,
		z: 4,
		showAllSymbol: true,
		symbol: 'circle',
		connectNulls: false,
		emphasis: { disabled: true },
		lineStyle: { color: colours.accent, width: 1.5 },
		itemStyle: { color: colours.accent },
		data: columns.month.map((_, at) =>
			marked(
				{
					value: orGap(at === running ? Number.NaN : valueAt(value, at)),
					symbolSize: smallEnough ? 4 : 2
				},
				marks[at]
			)
		)
	};
	const end = endLabel(colours.accent, text('value') ?? '', shift('value'), {
		bold: true,
		distance
	});
	const tail = running === undefined || running === 0 ? [] : [running - 1, running];
	const open: LineSeriesOption = {
		...line,
		name: `${words.valueName} running`,
		z: 5,
		lineStyle: { color: colours.accent, width: 1.5, type: [2, 2] },
		endLabel: end,
		data: columns.month.map((_, at) => {
			const shown = tail.includes(at) ? orGap(valueAt(value, at)) : ('-' as const);
			if (at !== running) return { value: shown, symbol: 'none' };
			return marked(
				{
					value: shown,
					symbolSize: 7,
					itemStyle: { color: colours.paper, borderColor: colours.accent, borderWidth: 1.5 }
				},
				marks[at]
			);
		})
	};
	return [
		...(columns.lower === undefined || columns.upper === undefined
			? []
			: band(look, {
					lower: columns.lower,
					upper: columns.upper,
					role: 'context',
					name: words.valueName,
					...place
				})),
		...boundary('upper', columns.limitUpper),
		...boundary('lower', columns.limitLower),
		...(columns.target === undefined
			? []
			: [
					target(look, {
						value: columns.target,
						count: columns.month.length,
						name: 'target',
						offset: shift('target'),
						distance,
						...(targetLabel === undefined ? {} : { label: targetLabel }),
						...place
					})
				]),
		...(running === undefined ? [{ ...line, endLabel: end }] : [line, open])
	];
}
