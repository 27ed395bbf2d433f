import { dimensions, type Dimension } from '#lib/measures/case-fields.ts';
import type { ControlPeriod } from '#lib/measures/control-series.ts';
import type { MethodScore } from '#lib/measures/forecast-backtest.ts';
import type { ForecastMethod } from '#lib/measures/forecast-methods.ts';
import {
	expectedCount,
	probabilityAbove,
	type ExpectedCount
} from '#lib/measures/forecast-path.ts';
import { ask } from './ask.ts';
import type { ForecastChoices } from './forecast-choices.ts';
import * as forecast from './forecast.ts';
import { keptForecast } from './forecast-kept.ts';
import { forecastCalendar, type ForecastCalendar } from './forecast-periods.ts';
import { volumeForecast } from './forecast-volume.ts';
import type { Scope } from './scope.ts';

/** A coming period of a series. */
export interface ComingCount extends ExpectedCount {
	/** Cases of the same period a year before, and how likely there will be more; null where it is not known. */
	readonly lastYear: number | null;
	readonly above: number | null;
}

export interface ForecastSeries {
	/** Value of the dimension; null is the blank group, or all cases together. */
	readonly value: string | null;
	/** Cases of each whole period. */
	readonly counts: readonly number[];
	/** Cases of the running period so far; null where none runs. */
	readonly seen: number | null;
	/** Null where the series cannot be forecast. */
	readonly coming: readonly ComingCount[] | null;
	readonly method: ForecastMethod | null;
	readonly scores: readonly MethodScore[];
}

export interface ForecastPageFacts {
	readonly choices: ForecastChoices;
	readonly dimensions: readonly Dimension[];
	readonly past: readonly ControlPeriod[];
	readonly coming: readonly ControlPeriod[];
	readonly running: boolean;
	readonly season: number;
	readonly total: ForecastSeries;
	/** Values of the dimension with a forecast, most cases first. */
	readonly groups: readonly ForecastSeries[];
	/** Values in all, and those left out for having too few cases a period. */
	readonly values: number;
	readonly few: number;
	/** Cases of all periods. */
	readonly cases: number;
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
	const facts = await keptForecast(JSON.stringify(key), () => computed(scope, choices));
	return { ...facts, choices, dimensions: offered };
}

async function computed(
	scope: Scope,
	choices: ForecastChoices
): Promise<Omit<ForecastPageFacts, 'choices' | 'dimensions'>> {
	const { step, dimension } = choices;
	const calendar = forecastCalendar(scope.log!, step);
	const rows = await ask({ ...scope, signal: undefined }, forecast.periods, { step, dimension });
	const place = new Map(
		[...calendar.past, ...calendar.coming.slice(0, 1)].map(({ since }, at) => [since, at])
	);
	const byValue = new Map<string | null, number[]>();
	const all = emptyCounts(calendar);
	for (const { since, value, cases } of rows) {
		const at = place.get(since);
		if (at === undefined) continue;
		const own = byValue.get(value) ?? emptyCounts(calendar);
		byValue.set(value, own);
		own[at]! += cases;
		all[at]! += cases;
	}
	const total = await seriesOf(null, all, calendar);
	const sum = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0);
	const largest = [...byValue].sort(([, a], [, b]) => sum(b) - sum(a)).slice(0, mostGroups);
	const groups: ForecastSeries[] = [];
	for (const [value, counts] of largest) groups.push(await seriesOf(value, counts, calendar));
	const told = groups.filter(({ coming }) => coming !== null);
	return {
		past: calendar.past,
		coming: calendar.coming,
		running: calendar.running,
		season: calendar.series.season,
		total,
		groups: told,
		values: byValue.size,
		few: byValue.size - told.length,
		cases: sum(all)
	};
}

function emptyCounts({ past }: ForecastCalendar): number[] {
	return new Array<number>(past.length + 1).fill(0);
}

async function seriesOf(
	value: string | null,
	all: readonly number[],
	{ past, step, running, series }: ForecastCalendar
): Promise<ForecastSeries> {
	const counts = all.slice(0, past.length);
	const found = await volumeForecast({ ...series, counts }, step);
	const coming = found?.forecast.point.map((_, ahead): ComingCount => {
		const lastYear = counts[counts.length - series.season + ahead] ?? null;
		return {
			...expectedCount(found.forecast, ahead),
			lastYear,
			above: lastYear === null ? null : probabilityAbove(found.forecast, ahead, lastYear)
		};
	});
	return {
		value,
		counts,
		seen: running ? all[past.length]! : null,
		coming: coming ?? null,
		method: found?.method ?? null,
		scores: found?.scores ?? []
	};
}
