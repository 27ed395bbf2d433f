import { lastKnown, valueAt, type EChartsOption, type Height, type Numbers } from '../drawing.ts';
import type { Look } from '../look/look.ts';
import { flags } from '../parts/flags.ts';
import { periodMarks, periodPlot } from '../parts/period-plot.ts';
import { extent, minuteScale, niceScale, type Scale } from '../parts/scale.ts';
import type { ControlColumns, ControlWords } from './control-columns.ts';
import { controlLines, type Ends } from './control-lines.ts';

export const controlChartHeight: Height = { wide: 380, narrow: 320 };

/** A phone has room for so many points. */
const narrowPoints = 26;

/** The value of each period with its centre and limits; what signals has a shape of its own. */
export function controlChart(all: ControlColumns, look: Look, words: ControlWords): EChartsOption {
	const from = look.narrow ? Math.max(0, all.period.length - narrowPoints) : 0;
	const columns = from === 0 ? all : since(all, from);
	const scale = controlScale(columns);
	const texts = endTexts(columns, words);
	const flagged = columns.flags.length > 0;
	const { plotWidth, pixelsEach, shifts, frame } = periodPlot(look, columns, words, {
		scale,
		ends: texts,
		beside: 28,
		...(flagged ? { top: 56, nameGap: 30 } : { top: 40 })
	});
	// Limits end where the last judged period does, targets later; their names stand beside the plot.
	const distance = (end: number): number => 8 + (columns.period.length - end - 0.5) * pixelsEach;
	const ends: Ends = look.narrow
		? {}
		: Object.fromEntries(
				texts.map(({ kind, text, end }, rank) => [
					kind,
					{ text, shift: shifts[rank] ?? 0, distance: distance(end) }
				])
			);
	const marks = periodMarks(columns.period, columns.value, (at) => words.tip(at + from));
	const lines = controlLines(
		columns,
		look,
		words.valueName,
		marks,
		ends,
		undefined,
		size(pixelsEach),
		pixelsEach
	);
	return {
		...frame,
		series: lines.map((line) =>
			line.name === words.valueName && flagged
				? { ...line, markLine: flags(look, columns.flags, { pixelsEach, plotWidth }) }
				: line
		)
	} as EChartsOption;
}

const size = (pixelsEach: number): number => (pixelsEach >= 12 ? 7 : pixelsEach >= 6 ? 5 : 4);

/** Not from zero: a control chart is read for its change. */
export function controlScale(columns: ControlColumns): Scale {
	const [low, high] = extent(
		columns.value,
		columns.lower,
		columns.upper,
		columns.earlier ?? [],
		columns.target ?? []
	) ?? [0, 1];
	const nice = (columns.minutes ? minuteScale : niceScale)(low, high, 4);
	const floor = columns.floor ?? -Infinity;
	return nice.min < floor ? { ...nice, min: floor } : nice;
}

function endTexts(columns: ControlColumns, words: ControlWords) {
	const last = lastKnown(columns.center);
	const aimed = lastKnown(columns.target ?? []);
	const ends = { upper: last, center: last, lower: last, target: aimed };
	return (['upper', 'center', 'lower', 'target'] as const).flatMap((kind) => {
		const end = ends[kind];
		const at = valueAt(columns[kind] ?? [], end);
		return Number.isFinite(at) ? [{ kind, at, end, text: words[kind]?.(at) ?? '' }] : [];
	});
}

/** The same columns from period `from` on. */
export function since(columns: ControlColumns, from: number): ControlColumns {
	const cut = (column: Numbers): Numbers => Array.from(column).slice(from);
	const moved = (at: number): number => at - from;
	return {
		...columns,
		period: columns.period.slice(from),
		value: cut(columns.value),
		center: cut(columns.center),
		lower: cut(columns.lower),
		upper: cut(columns.upper),
		signal: columns.signal.slice(from),
		side: columns.side.slice(from),
		partial: columns.partial.map(moved).filter((at) => at >= 0),
		...(columns.earlier && { earlier: cut(columns.earlier) }),
		...(columns.target && { target: cut(columns.target) }),
		flags: columns.flags
			.map(({ at, label }) => ({ at: moved(at), label }))
			.filter(({ at }) => at >= 0)
	};
}
