import type { LineSeriesOption } from 'echarts';
import { orGap, valueAt, type Numbers } from '../drawing.ts';
import type { Look } from '../look/look.ts';
import { marked, type Mark } from '../mark.ts';
import { band, endLabel, limit } from '../parts/lines.ts';
import type { ControlColumns, ControlSignal } from './control-columns.ts';

type Place = { readonly xAxisIndex: number; readonly yAxisIndex: number };

/** What stands beside the right end of a line, and how far it is moved. */
export type EndText = { readonly text: string; readonly shift: number; readonly distance: number };
export type Ends = Partial<Record<'upper' | 'center' | 'lower' | 'target', EndText>>;

const symbols: Readonly<Record<'good' | 'bad' | 'change', string>> = {
	good: 'triangle',
	bad: 'diamond',
	change: 'rect'
};

/** Limits with the band between them, the centre, and the values with what they signal. */
export function controlLines(
	columns: ControlColumns,
	look: Look,
	name: string,
	marks: readonly Mark[],
	ends: Ends,
	place: Place = { xAxisIndex: 0, yAxisIndex: 0 },
	size = 6,
	pixelsEach = 12
): LineSeriesOption[] {
	const { colours } = look;
	const named = (line: LineSeriesOption, end: EndText | undefined): LineSeriesOption =>
		end === undefined
			? line
			: {
					...line,
					endLabel: endLabel(colours.ink2, end.text, end.shift, { distance: end.distance })
				};
	const whole = columns.period.map((_, at) =>
		columns.partial.includes(at) ? Number.NaN : valueAt(columns.value, at)
	);
	return [
		...band(look, {
			lower: columns.lower,
			upper: columns.upper,
			role: 'context',
			name: `${name} limits`,
			...place
		}).map(
			(line) =>
				({
					...line,
					step: 'middle',
					...(line.areaStyle && { areaStyle: { color: colours.band, opacity: 1 } })
				}) as LineSeriesOption
		),
		named(limit(look, { values: columns.upper, name: `${name} upper`, ...place }), ends.upper),
		named(limit(look, { values: columns.lower, name: `${name} lower`, ...place }), ends.lower),
		named(
			{
				type: 'line',
				name: `${name} center`,
				...place,
				data: gaps(columns.center),
				step: 'middle',
				symbol: 'none',
				silent: true,
				z: 2,
				lineStyle: { color: colours.rest, width: 1 }
			},
			ends.center
		),
		...(columns.target === undefined
			? []
			: [
					named(
						{
							type: 'line' as const,
							name: `${name} target`,
							...place,
							data: gaps(columns.target),
							// A dash a period: a line through a single month with a target would not be seen.
							symbol: 'rect',
							symbolSize: [pixelsEach, 1],
							showAllSymbol: true,
							silent: true,
							z: 3,
							itemStyle: { color: colours.ink },
							lineStyle: { opacity: 0 }
						},
						ends.target
					)
				]),
		...(columns.earlier === undefined
			? []
			: [
					{
						type: 'line' as const,
						name: `${name} earlier`,
						...place,
						data: gaps(columns.earlier),
						symbol: 'none',
						silent: true,
						z: 3,
						lineStyle: { color: colours.rest, width: 1.25 }
					}
				]),
		{
			type: 'line',
			name,
			...place,
			z: 4,
			showAllSymbol: true,
			connectNulls: false,
			emphasis: { disabled: true },
			lineStyle: { color: colours.accent, width: 1.5 },
			itemStyle: { color: colours.accent },
			data: whole.map((value, at) =>
				marked({ value: orGap(value), ...pointLook(columns, at, look, size) }, marks[at])
			)
		},
		...partialLines(columns, look, name, marks, place)
	];
}

/** The joint to a period that is not over is broken, and its point open. */
function partialLines(
	columns: ControlColumns,
	look: Look,
	name: string,
	marks: readonly Mark[],
	place: Place
): LineSeriesOption[] {
	const { colours } = look;
	return columns.partial.map((open): LineSeriesOption => {
		const other = open === 0 ? 1 : open - 1;
		return {
			type: 'line',
			name: `${name} open ${open}`,
			...place,
			z: 5,
			showAllSymbol: true,
			emphasis: { disabled: true },
			lineStyle: { color: colours.accent, width: 1.5, type: [2, 2] },
			data: columns.period.map((_, at) => {
				const value = at === open || at === other ? orGap(valueAt(columns.value, at)) : '-';
				if (at !== open) return { value, symbol: 'none' };
				return marked(
					{
						value,
						symbol: 'circle',
						symbolSize: 7,
						itemStyle: { color: colours.paper, borderColor: colours.accent, borderWidth: 1.5 }
					},
					marks[at]
				);
			})
		};
	});
}

function pointLook({ signal, side }: ControlColumns, at: number, look: Look, size: number) {
	const kind: ControlSignal = signal[at] ?? null;
	if (kind === null) return { symbol: 'circle', symbolSize: size - 2 };
	const color = { good: look.colours.good, bad: look.colours.bad, change: look.colours.ink }[kind];
	return {
		symbol: symbols[kind],
		symbolSize: kind === 'bad' ? size + 4 : size + 3,
		symbolRotate: kind === 'good' && side[at] === -1 ? 180 : 0,
		itemStyle: { color }
	};
}

const gaps = (column: Numbers): (number | '-')[] =>
	Array.from({ length: column.length }, (_, at) => orGap(valueAt(column, at)));
