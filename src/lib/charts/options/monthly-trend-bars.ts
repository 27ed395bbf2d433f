import type { BarSeriesOption } from 'echarts';
import { orGap, valueAt } from '../drawing.ts';
import type { Look } from '../look/look.ts';
import { marked, type Mark } from '../mark.ts';
import { hatched, selectedBorder, solid } from '../parts/bars.ts';
import { flags, type Flag } from '../parts/flags.ts';
import type { MonthlyTrendColumns, MonthlyTrendWords } from './monthly-trend-columns.ts';

/** The bars: rest, with the comparable part in accent over them and the running month hatched. */
export function trendBars(
	columns: MonthlyTrendColumns,
	look: Look,
	words: MonthlyTrendWords,
	marks: readonly Mark[],
	place: { pixelsEach: number; plotWidth: number }
): BarSeriesOption[] {
	const { month: months, running, comparable } = columns;
	const { colours } = look;
	const parts = months
		.map((_, at) => at)
		.filter((at) => comparable !== undefined && Number.isFinite(valueAt(comparable, at)));
	const labelled = new Set(parts.length > 2 ? parts.slice(-1) : parts);
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
	const above: BarSeriesOption = {
		type: 'bar',
		name: `${words.countName} label`,
		barGap: '-100%',
		silent: true,
		z: 5,
		emphasis: { disabled: true },
		itemStyle: { color: 'transparent' },
		data: months.map((_, at) => ({
			value: labelled.has(at) && at !== running ? orGap(valueAt(columns.count, at)) : '-',
			label: {
				show: labelled.has(at) && at !== running,
				position: 'top' as const,
				distance: 4,
				formatter: () =>
					`{w|${words.whole(valueAt(columns.count, at))}}\n{p|${words.part(valueAt(comparable, at))}}`,
				rich: {
					w: { color: colours.ink2, fontSize: 12, lineHeight: 16 },
					p: { color: colours.accent, fontSize: 12, lineHeight: 16, fontWeight: 600 as const }
				}
			}
		}))
	};
	return [whole, part, above];
}

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
