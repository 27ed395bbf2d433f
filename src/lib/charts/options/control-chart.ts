import { valueAt, type EChartsOption, type Height, type Numbers } from '../drawing.ts';
import type { Look } from '../look/look.ts';
import type { Mark } from '../mark.ts';
import { categoryAxis, gutterOf, valueAxis } from '../parts/axes.ts';
import { base, plot } from '../parts/base.ts';
import { flags } from '../parts/flags.ts';
import { apart } from '../parts/lines.ts';
import { periodLabels } from '../parts/period-labels.ts';
import { extent, minuteScale, niceScale, type Scale } from '../parts/scale.ts';
import { widest } from '../parts/text.ts';
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
	const left = gutterOf(scale, words.tick);
	const last = lastJudged(columns);
	const texts = endTexts(columns, words, last);
	const right = look.narrow ? 16 : Math.ceil(widest(texts.map(({ text }) => text))) + 28;
	const [top, bottom] = [columns.flags.length > 0 ? 56 : 40, 44];
	const plotWidth = look.width - left - right;
	const pixelsEach = plotWidth / Math.max(columns.period.length, 1);
	const height = look.height - top - bottom;
	const pixels = (value: number): number =>
		((scale.max - value) / (scale.max - scale.min)) * height;
	const shifts = apart(texts.map(({ at }) => pixels(at)));
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
	const marks = columns.period.map((day, at): Mark => ({
		id: day,
		key: day,
		words: words.tip(at + from),
		at: [at, valueAt(columns.value, at)],
		along: 'x'
	}));
	const labels = periodLabels(columns.period, columns.step, words, pixelsEach);
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
		...base(look),
		tooltip: {
			...base(look).tooltip,
			trigger: 'axis',
			axisPointer: { type: 'line', lineStyle: { color: look.colours.ink3, width: 1 }, z: 0 }
		},
		grid: plot({ left, right, top, bottom }),
		xAxis: categoryAxis(look, { names: columns.period, label: (at) => labels[at] ?? '' }),
		yAxis: valueAxis(look, {
			name: words.valueName,
			scale,
			label: words.tick,
			gutter: left - 4,
			...(columns.flags.length > 0 && { nameGap: 30 })
		}),
		series: lines.map((line) =>
			line.name === words.valueName && columns.flags.length > 0
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

function lastJudged({ center }: ControlColumns): number {
	const last = lastKnown(center);
	return last < 0 ? center.length - 1 : last;
}

/** Place of the last number of a column; −1 where there is none. */
function lastKnown(column: Numbers): number {
	for (let at = column.length - 1; at >= 0; at--)
		if (Number.isFinite(valueAt(column, at))) return at;
	return -1;
}

function endTexts(columns: ControlColumns, words: ControlWords, last: number) {
	const aimed = columns.target ? lastKnown(columns.target) : -1;
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
