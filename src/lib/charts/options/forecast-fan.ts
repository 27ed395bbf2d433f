import { valueAt, type EChartsOption, type Height, type Numbers } from '../drawing.ts';
import type { Look } from '../look/look.ts';
import type { Mark } from '../mark.ts';
import { categoryAxis, gutterOf, valueAxis } from '../parts/axes.ts';
import { base, plot } from '../parts/base.ts';
import { flags } from '../parts/flags.ts';
import { apart } from '../parts/lines.ts';
import { periodLabels } from '../parts/period-labels.ts';
import { extent, niceScale } from '../parts/scale.ts';
import { widest } from '../parts/text.ts';
import type { ForecastColumns, ForecastWords } from './forecast-columns.ts';
import { fanSeries, type FanEnds } from './forecast-series.ts';

export const forecastFanHeight: Height = { wide: 380, narrow: 320 };

/** Past periods a phone has room for. */
const narrowPast: Readonly<Record<'month' | 'week', number>> = { month: 15, week: 30 };

/** What came, then what is expected: a fan of two intervals that opens from the last known value. */
export function forecastFan(all: ForecastColumns, look: Look, words: ForecastWords): EChartsOption {
	const known = lastKnown(all);
	const from = look.narrow ? Math.max(0, known + 1 - narrowPast[all.step]) : 0;
	const columns = from === 0 ? all : since(all, from);
	const [, high] = extent(columns.value, columns.upper95, columns.earlier, [columns.seen]) ?? [
		0, 1
	];
	const scale = niceScale(0, high, 5, true);
	const left = gutterOf(scale, words.tick);
	const texts = endTexts(columns, words);
	const right = look.narrow ? 16 : Math.ceil(widest(texts.map(({ text }) => text))) + 24;
	const flagged = columns.flags.length > 0;
	const [top, bottom] = [flagged ? 56 : 40, 44];
	const plotWidth = look.width - left - right;
	const pixelsEach = plotWidth / Math.max(columns.period.length, 1);
	const height = look.height - top - bottom;
	const shifts = apart(
		texts.map(({ at }) => ((scale.max - at) / (scale.max - scale.min || 1)) * height)
	);
	const ends: FanEnds = look.narrow
		? {}
		: Object.fromEntries(
				texts.map(({ kind, text }, rank) => [kind, { text, shift: shifts[rank] ?? 0 }])
			);
	const labels = periodLabels(columns.period, columns.step, words, pixelsEach);
	const marks = columns.period.map((day, at): Mark => ({
		id: day,
		key: day,
		words: words.tip(at + from),
		at: [at, markHeight(columns, at)],
		along: 'x'
	}));
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
			...(flagged && { nameGap: 30 })
		}),
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

function lastKnown({ value }: ForecastColumns): number {
	for (let at = value.length - 1; at >= 0; at--) if (Number.isFinite(valueAt(value, at))) return at;
	return 0;
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
