import { lastKnown, valueAt, type EChartsOption, type Height, type Numbers } from '../drawing.ts';
import type { Look } from '../look/look.ts';
import { flags } from '../parts/flags.ts';
import { periodMarks, periodPlot } from '../parts/period-plot.ts';
import { extent, niceScale } from '../parts/scale.ts';
import type { ForecastColumns, ForecastWords } from './forecast-columns.ts';
import { fanSeries, type FanEnds } from './forecast-series.ts';

export const forecastFanHeight: Height = { wide: 380, narrow: 320 };

/** Past periods a phone has room for. */
const narrowPast: Readonly<Record<'month' | 'week', number>> = { month: 15, week: 30 };

/** What came, then what is expected: a fan of two intervals that opens from the last known value. */
export function forecastFan(all: ForecastColumns, look: Look, words: ForecastWords): EChartsOption {
	const known = lastKnown(all.value);
	const from = look.narrow ? Math.max(0, known + 1 - narrowPast[all.step]) : 0;
	const columns = from === 0 ? all : since(all, from);
	const [, high] = extent(columns.value, columns.upper95, columns.earlier, [columns.seen]) ?? [
		0, 1
	];
	const scale = niceScale(0, high, 5, true);
	const texts = endTexts(columns, words);
	const flagged = columns.flags.length > 0;
	const { plotWidth, pixelsEach, shifts, frame } = periodPlot(look, columns, words, {
		scale,
		ends: texts,
		beside: 24,
		...(flagged ? { top: 56, nameGap: 30 } : { top: 40 })
	});
	const ends: FanEnds = look.narrow
		? {}
		: Object.fromEntries(
				texts.map(({ kind, text }, rank) => [kind, { text, shift: shifts[rank] ?? 0 }])
			);
	const heights = columns.period.map((_, at) => markHeight(columns, at));
	const marks = periodMarks(columns.period, heights, (at) => words.tip(at + from));
	return {
		...frame,
		series: fanSeries(columns, look, words.valueName, marks, ends, pixelsEach).map((line) =>
			line.name === words.valueName && flagged
				? { ...line, markLine: flags(look, columns.flags, { pixelsEach, plotWidth }) }
				: line
		)
	} as EChartsOption;
}

function markHeight(columns: ForecastColumns, at: number): number {
	const value = valueAt(columns.value, at);
	return Number.isFinite(value) ? value : valueAt(columns.median, at);
}

function endTexts(columns: ForecastColumns, words: ForecastWords) {
	const last = columns.period.length - 1;
	const ends = [
		{ kind: 'upper', at: valueAt(columns.upper95, last), text: words.upper },
		{ kind: 'median', at: valueAt(columns.median, last), text: words.median },
		{ kind: 'lower', at: valueAt(columns.lower95, last), text: words.lower },
		{ kind: 'earlier', at: valueAt(columns.earlier, last), text: () => words.earlier }
	] as const;
	return ends.flatMap(({ kind, at, text }) =>
		Number.isFinite(at) ? [{ kind, at, text: text(at) }] : []
	);
}

/** The same columns from period `from` on. */
function since(columns: ForecastColumns, from: number): ForecastColumns {
	const cut = (column: Numbers): Numbers => Array.from(column).slice(from);
	return {
		...columns,
		period: columns.period.slice(from),
		value: cut(columns.value),
		median: cut(columns.median),
		lower80: cut(columns.lower80),
		upper80: cut(columns.upper80),
		lower95: cut(columns.lower95),
		upper95: cut(columns.upper95),
		earlier: cut(columns.earlier),
		flags: columns.flags
			.map(({ at, label }) => ({ at: at - from, label }))
			.filter(({ at }) => at >= 0)
	};
}
