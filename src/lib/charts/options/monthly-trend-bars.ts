import type { BarSeriesOption } from 'echarts';
import { orGap, valueAt } from '../drawing.ts';
import type { Look } from '../look/look.ts';
import { marked, type Mark } from '../mark.ts';
import { hatched, selectedBorder, solid } from '../parts/bars.ts';
import { flags, type Flag } from '../parts/flags.ts';
import { widest } from '../parts/text.ts';
import type { MonthlyTrendColumns, MonthlyTrendWords } from './monthly-trend-columns.ts';

/** Months whose comparable part is written above them: both, or the last where there are many. */
export function labelledParts({ month, comparable, running }: MonthlyTrendColumns): number[] {
	if (comparable === undefined) return [];
	const parts = month
		.map((_, at) => at)
		.filter((at) => at !== running && Number.isFinite(valueAt(comparable, at)));
	return parts.length > 2 ? parts.slice(-1) : parts;
}

const partWidth = (columns: MonthlyTrendColumns, words: MonthlyTrendWords, at: number): number =>
	widest([
		words.whole(valueAt(columns.count, at)),
		words.part(valueAt(columns.comparable ?? [], at))
	]);

/** The label of a month is wider than its bar: it stands on the highest bar it would cover. */
export function labelFoot(
	columns: MonthlyTrendColumns,
	words: MonthlyTrendWords,
	at: number,
	pixelsEach: number
): number {
	// A bar takes 64 % of its place.
	const near = Math.floor(partWidth(columns, words, at) / 2 / pixelsEach + 0.32);
	const covered = Array.from({ length: 2 * near + 1 }, (_, step) => at - near + step);
	return Math.max(...covered.map((each) => orZero(valueAt(columns.count, each))));
}

/** The bars: rest, with the comparable part in accent over them and the running month hatched. */
export function trendBars(
	columns: MonthlyTrendColumns,
	look: Look,
	words: MonthlyTrendWords,
	marks: readonly Mark[],
	place: { pixelsEach: number; plotWidth: number; nameWidth: number }
): BarSeriesOption[] {
	const { month: months, running, comparable } = columns;
	const { colours } = look;
	const labelled = new Set(labelledParts(columns));
	const flagged = (columns.flags ?? [])
		.map((flag): Flag => ({ at: months.indexOf(flag.month), label: flag.label }))
		.filter((flag) => flag.at >= 0);
	const whole: BarSeriesOption = {
		type: 'bar',
		name: words.countName,
		barCategoryGap: '36%',
		z: 3,
		emphasis: { disabled: true },
		data: months.map((month, at) =>
			marked(
				{
					value: orGap(valueAt(columns.count, at)),
					itemStyle: {
						...(at === running ? hatched(look) : solid(look, 'rest')),
						...(month === columns.selected ? selectedBorder(look) : {})
					},
					label: at === running ? runningLabel(look, words, valueAt(columns.count, at)) : {}
				},
				marks[at]
			)
		),
		...(flagged.length === 0
			? {}
			: { markLine: flags(look, flagged, { ...place, taken: [...labelled] }) })
	};
	if (comparable === undefined) return [whole];
	const part: BarSeriesOption = {
		type: 'bar',
		name: `${words.countName} part`,
		barGap: '-100%',
		z: 4,
		emphasis: { disabled: true },
		data: months.map((_, at) => {
			const value = at === running ? Number.NaN : valueAt(comparable, at);
			return marked(
				{
					value: orGap(value),
					itemStyle: solid(look, 'subject'),
					label: { show: false }
				},
				marks[at]
			);
		})
	};
	const partText = (at: number): string =>
		`{w|${words.whole(valueAt(columns.count, at))}}\n{p|${words.part(valueAt(comparable, at))}}`;
	const half = (at: number): number => partWidth(columns, words, at) / 2;
	const inward = (at: number): number =>
		Math.max(0, Math.round(half(at) - (at + 0.5) * place.pixelsEach));
	const clear = (at: number): number => labelFoot(columns, words, at, place.pixelsEach);
	const above: BarSeriesOption = {
		type: 'bar',
		name: `${words.countName} label`,
		barGap: '-100%',
		silent: true,
		z: 5,
		emphasis: { disabled: true },
		itemStyle: { color: 'transparent' },
		data: months.map((_, at) => ({
			value: labelled.has(at) ? orGap(clear(at)) : '-',
			label: {
				show: labelled.has(at),
				position: 'top' as const,
				distance: 4,
				offset: [inward(at), 0],
				formatter: () => partText(at),
				rich: {
					w: { color: colours.ink2, fontSize: 12, lineHeight: 16 },
					p: { color: colours.accent, fontSize: 12, lineHeight: 16, fontWeight: 600 as const }
				}
			}
		}))
	};
	return [whole, part, above];
}

const orZero = (value: number): number => (Number.isFinite(value) ? value : 0);

function runningLabel(
	look: Look,
	words: MonthlyTrendWords,
	count: number
): NonNullable<BarSeriesOption['label']> {
	const [number, days] = words.running(count);
	return {
		show: true,
		position: 'right',
		distance: 6,
		formatter: () => `{n|${number}}\n{d|${days}}`,
		rich: {
			n: { color: look.colours.accent, fontSize: 12, lineHeight: 16, fontWeight: 600 },
			d: { color: look.colours.accent, fontSize: 12, lineHeight: 16 }
		}
	};
}
