import type { BarSeriesOption, LineSeriesOption } from 'echarts';
import { orGap, valueAt, type Numbers } from '../drawing.ts';
import { faded, type Look } from '../look/look.ts';
import { marked, type Mark } from '../mark.ts';
import { hatched } from '../parts/bars.ts';
import { band, endLabel } from '../parts/lines.ts';
import type { ForecastColumns } from './forecast-columns.ts';

/** What stands beside the right end of a line, and how far it is moved. */
export type FanEnds = Partial<
	Record<
		'upper' | 'median' | 'lower' | 'earlier',
		{ readonly text: string; readonly shift: number }
	>
>;

/** The fan, last year's values beside it, what came, what is expected, and what of the running period is seen. */
export function fanSeries(
	columns: ForecastColumns,
	look: Look,
	name: string,
	marks: readonly Mark[],
	ends: FanEnds,
	pixelsEach: number
): (LineSeriesOption | BarSeriesOption)[] {
	const { colours } = look;
	const open = opening(columns);
	const size = pixelsEach >= 12 ? 5 : 3;
	const label = (kind: keyof FanEnds, color: string, bold = false) => {
		const end = ends[kind];
		return end && { endLabel: endLabel(color, end.text, end.shift, { bold }) };
	};
	const quiet = {
		type: 'line' as const,
		symbol: 'none',
		silent: true,
		lineStyle: { opacity: 0 },
		z: 2
	};
	const shade = (lower: Numbers, upper: Numbers, kind: string, strength: number) =>
		band(look, { lower, upper, role: 'subject', name: kind }).map((line) =>
			line.areaStyle
				? { ...line, areaStyle: { color: faded(colours.accent, strength), opacity: 1 } }
				: line
		);
	return [
		...shade(open(columns.lower95), open(columns.upper95), '95', 0.13),
		...shade(open(columns.lower80), open(columns.upper80), '80', 0.2),
		{ ...quiet, name: 'upper 95', data: gaps(columns.upper95), ...label('upper', colours.ink2) },
		{ ...quiet, name: 'lower 95', data: gaps(columns.lower95), ...label('lower', colours.ink2) },
		{
			type: 'line',
			name: 'earlier',
			data: gaps(columns.earlier),
			symbol: 'none',
			silent: true,
			z: 3,
			lineStyle: { color: colours.rest, width: 1.25 },
			...label('earlier', colours.ink2)
		},
		...(Number.isFinite(columns.seen) ? [seenBar(columns, look, pixelsEach)] : []),
		{
			type: 'line',
			name: 'expected',
			z: 4,
			showAllSymbol: true,
			symbol: 'circle',
			emphasis: { disabled: true },
			lineStyle: { color: colours.accent, width: 1.5, type: [3, 3] },
			data: Array.from(open(columns.median), (value, at) =>
				Number.isFinite(valueAt(columns.median, at))
					? marked(
							{
								value: orGap(value),
								symbolSize: size + 1,
								itemStyle: { color: colours.paper, borderColor: colours.accent, borderWidth: 1.5 }
							},
							marks[at]
						)
					: { value: orGap(value), symbol: 'none' }
			),
			...label('median', colours.accent, true)
		},
		{
			type: 'line',
			name,
			z: 5,
			showAllSymbol: true,
			symbol: 'circle',
			symbolSize: size,
			connectNulls: false,
			emphasis: { disabled: true },
			lineStyle: { color: colours.accent, width: 1.5 },
			itemStyle: { color: colours.accent },
			data: columns.period.map((_, at) =>
				marked({ value: orGap(valueAt(columns.value, at)) }, marks[at])
			)
		}
	];
}

/** Joins a bound to the last known value, so that the fan opens from it. */
function opening({ value, median }: ForecastColumns): (bound: Numbers) => number[] {
	return (bound) =>
		Array.from({ length: bound.length }, (_, at) => {
			const joins = Number.isFinite(valueAt(value, at)) && Number.isFinite(valueAt(median, at + 1));
			return joins ? valueAt(value, at) : valueAt(bound, at);
		});
}

function seenBar(columns: ForecastColumns, look: Look, pixelsEach: number): BarSeriesOption {
	const running = columns.period.findIndex((_, at) => Number.isFinite(valueAt(columns.median, at)));
	return {
		type: 'bar',
		name: 'seen',
		silent: true,
		z: 3,
		barWidth: Math.max(3, Math.min(18, pixelsEach * 0.7)),
		itemStyle: hatched(look),
		data: columns.period.map((_, at) => (at === running ? columns.seen : '-'))
	};
}

const gaps = (column: Numbers): (number | '-')[] =>
	Array.from({ length: column.length }, (_, at) => orGap(valueAt(column, at)));
