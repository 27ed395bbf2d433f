import { dimensions, type Dimension } from '#lib/measures/case-fields.ts';
import type { ControlPeriod } from '#lib/measures/control-series.ts';
import type { MethodScore } from '#lib/measures/forecast-backtest.ts';
import type { SuggestedChange } from '#lib/measures/forecast-changes.ts';
import type { ForecastMethod, VolumeSeries } from '#lib/measures/forecast-methods.ts';
import { withPace, type PaceScores } from '#lib/measures/forecast-month-end.ts';
import {
	expectedCount,
	probabilityAbove,
	type ExpectedCount
} from '#lib/measures/forecast-path.ts';
import { annotationsOf } from '#lib/server/improvement/marks.ts';
import type { KeptAnnotation } from '#lib/server/record/annotations.ts';
import { ask } from './ask.ts';
import type { ForecastChoices } from './forecast-choices.ts';
import { keptForecast } from './forecast-kept.ts';
import { runningPace, type RunningPace } from './forecast-pace.ts';
import { forecastCalendar, type ForecastCalendar } from './forecast-periods.ts';
import { volumeForecast, type VolumeForecast } from './forecast-volume.ts';
import * as forecast from './forecast.ts';
import type { RowOf } from './question.ts';
import type { Scope } from './scope.ts';

/** A coming period of a series. */
export interface ComingCount extends ExpectedCount {
	/** Cases of the same period a year before, and how likely there will be more; null where it is not known. */
	readonly lastYear: number | null;
	readonly above: number | null;
}

/** A suggested change of level with the cases of all whole periods since. */
export interface ToldChange extends SuggestedChange {
	readonly cases: number;
}

/** All cases together. */
export interface ForecastTotal {
	/** Cases of each whole period. */
	readonly counts: readonly number[];
	/** Cases of the running period so far; null where none runs. */
	readonly seen: number | null;
	/** Null where the series cannot be forecast. */
	readonly coming: readonly ComingCount[] | null;
	readonly method: ForecastMethod | null;
	readonly scores: readonly MethodScore[];
	/** Changes of level the counts suggest; nothing is made of them. */
	readonly changes: readonly ToldChange[];
}

/** A value of the dimension, as far as the page shows it. */
export interface ForecastGroup {
	/** Null is the blank group. */
	readonly value: string | null;
	/** Cases of each whole period of the last season. */
	readonly recent: readonly number[];
	/** The first period that is not over, and the one the reader chose. */
	readonly next: ComingCount;
	readonly chosen: ComingCount;
	readonly method: ForecastMethod;
	/** Backtest of the method and of last year repeated; null without one. */
	readonly mase: number | null;
	readonly naiveMase: number | null;
	readonly changes: readonly ToldChange[];
}

export interface ForecastPageFacts {
	readonly choices: ForecastChoices;
	readonly dimensions: readonly Dimension[];
	readonly past: readonly ControlPeriod[];
	readonly coming: readonly ControlPeriod[];
	readonly running: boolean;
	readonly season: number;
	/** How the running month's end was told from so many days in months past; null where it is not. */
	readonly pace: (PaceScores & { readonly days: number }) | null;
	readonly total: ForecastTotal;
	/** Values of the dimension with a forecast, most cases first. */
	readonly groups: readonly ForecastGroup[];
	/** Values in all, and those left out for having too few cases a period. */
	readonly values: number;
	readonly few: number;
	/** Cases of all periods. */
	readonly cases: number;
	readonly annotations: readonly KeptAnnotation[];
}

/** Values that are forecast, those with most cases. */
const mostGroups = 20;

/** Everything the forecast page says, or null while there is no case. */
export async function forecastPageFacts(
	scope: Scope,
	wanted: ForecastChoices
): Promise<ForecastPageFacts | null> {
	const { log } = scope;
	if (log === null) return null;
	const offered = dimensions.filter((name) => scope.columns.includes(name));
	const dimension = offered.find((name) => name === wanted.dimension) ?? offered[0] ?? 'category';
	const choices = { ...wanted, dimension };
	const key = [scope.dataVersion, log.filters, log.asOfDay, choices.step, dimension];
	const { groups, ...facts } = await keptForecast(JSON.stringify(key), () =>
		computed(scope, choices)
	);
	return {
		...facts,
		choices,
		dimensions: offered,
		annotations: await annotationsOf(scope.filter),
		groups: groups.map(({ value, series }) => groupOf(value, series, choices.ahead, facts.season))
	};
}

function groupOf(
	value: string | null,
	{ counts, coming, method, scores, changes }: ForecastTotal,
	ahead: number,
	season: number
): ForecastGroup {
	return {
		value,
		recent: counts.slice(-season),
		next: coming![0]!,
		chosen: coming![ahead]!,
		method: method!,
		mase: scores[0]?.mase ?? null,
		naiveMase: scores.find((score) => score.method === 'seasonal_naive')?.mase ?? null,
		changes
	};
}

async function computed(scope: Scope, choices: ForecastChoices) {
	const { step, dimension } = choices;
	const log = scope.log!;
	const calendar = forecastCalendar(log, step);
	// Whoever asked first may leave: what is kept is made for all who ask.
	const lasting = { ...scope, signal: undefined };
	const [rows, days] = await Promise.all([
		ask(lasting, forecast.periods, { step, dimension }),
		step === 'month' && calendar.running ? ask(lasting, forecast.days) : []
	]);
	const { all, byValue } = countsOf(rows, calendar);
	const whole = await volumeForecast(seriesOf(all, calendar), step);
	const pace = whole && (await runningPace(calendar, whole, days, log));
	const sum = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0);
	const largest = [...byValue].sort(([, a], [, b]) => sum(b) - sum(a)).slice(0, mostGroups);
	const groups: { readonly value: string | null; readonly series: ForecastTotal }[] = [];
	for (const [value, counts] of largest) {
		const own = await volumeForecast(seriesOf(counts, calendar), step);
		if (own) groups.push({ value, series: told(counts, calendar, own, pace) });
	}
	return {
		past: calendar.past,
		coming: calendar.coming,
		running: calendar.running,
		season: calendar.series.season,
		pace: pace && { ...pace.scores, days: pace.days },
		total: told(all, calendar, whole, pace),
		groups,
		values: byValue.size,
		few: byValue.size - groups.length,
		cases: sum(all)
	};
}

/** Cases by period, of all and of each value; the last entry is the running period. */
function countsOf(
	rows: readonly RowOf<typeof forecast.periods.columns>[],
	{ past, coming }: ForecastCalendar
) {
	const none = (): number[] => new Array<number>(past.length + 1).fill(0);
	const place = new Map([...past, ...coming.slice(0, 1)].map(({ since }, at) => [since, at]));
	const byValue = new Map<string | null, number[]>();
	const all = none();
	for (const { since, value, cases } of rows) {
		const at = place.get(since);
		if (at === undefined) continue;
		const own = byValue.get(value) ?? none();
		byValue.set(value, own);
		own[at]! += cases;
		all[at]! += cases;
	}
	return { all, byValue };
}

function seriesOf(all: readonly number[], { past, series }: ForecastCalendar): VolumeSeries {
	return { ...series, counts: all.slice(0, past.length) };
}

/** A series as the page shows it, in as many digits as can be seen. */
function told(
	all: readonly number[],
	calendar: ForecastCalendar,
	found: VolumeForecast | null,
	pace: RunningPace | null
): ForecastTotal {
	const { past, running, series } = calendar;
	const counts = all.slice(0, past.length);
	const seen = running ? all[past.length]! : null;
	const forecast =
		found && pace && seen !== null
			? withPace(found.forecast, seen, pace.share, pace.scores)
			: found?.forecast;
	const coming = forecast?.point.map((_, ahead): ComingCount => {
		const lastYear = counts[counts.length - series.season + ahead] ?? null;
		// What has come has come.
		const least = ahead === 0 ? (seen ?? 0) : 0;
		return {
			...rounded(expectedCount(forecast, ahead), least),
			lastYear,
			above:
				lastYear === null
					? null
					: least > lastYear
						? 1
						: // Only what has come is certain.
							Math.min(0.9999, round(probabilityAbove(forecast, ahead, lastYear), 4))
		};
	});
	return {
		counts,
		seen,
		coming: coming ?? null,
		method: found?.method ?? null,
		scores: (found?.scores ?? []).map(roundedScore),
		changes: (found?.changes ?? []).map(({ at, factor }) => ({
			at,
			factor: round(factor, 3),
			cases: counts.slice(at).reduce((a, b) => a + b, 0)
		}))
	};
}

function rounded(count: ExpectedCount, least: number): ExpectedCount {
	const shown = (value: number): number => Math.max(least, round(value, 1));
	return {
		median: shown(count.median),
		lower80: shown(count.lower80),
		upper80: shown(count.upper80),
		lower95: shown(count.lower95),
		upper95: shown(count.upper95)
	};
}

function roundedScore(score: MethodScore): MethodScore {
	return {
		...score,
		mase: round(score.mase, 4),
		coverage80: round(score.coverage80, 4),
		coverage95: round(score.coverage95, 4)
	};
}

function round(value: number, digits: number): number {
	return Number(value.toFixed(digits));
}
