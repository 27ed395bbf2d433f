import type { Dimension } from '#lib/measures/case-fields.ts';
import { withPace } from '#lib/measures/forecast-month-end.ts';
import { countOfLog, type CountForecast } from '#lib/measures/forecast-path.ts';
import { twoSidedTQuantile } from '#lib/statistics/distributions/student-t.ts';
import { outlookOfSum } from '#lib/measures/target-outlook.ts';
import { spanOf, type Target, type TargetScope } from '#lib/measures/target.ts';
import { ask } from './ask.ts';
import { keptForecast } from './forecast-kept.ts';
import { runningPace } from './forecast-pace.ts';
import { forecastCalendar } from './forecast-periods.ts';
import { volumeForecast } from './forecast-volume.ts';
import * as forecast from './forecast.ts';
import type { Scope } from './scope.ts';
import type { ToldOutlook } from './target-outlooks.ts';

interface CountsAhead {
	/** First days of the whole months, and of the coming ones. */
	readonly past: readonly string[];
	readonly coming: readonly string[];
	readonly counts: readonly number[];
	/** Cases of the running month so far; 0 where none runs. */
	readonly seen: number;
	readonly forecast: CountForecast;
}

/**
 * The outlook of a number of complaints by the forecast of the forecast page, the running month told by its
 * days so far as there. Null where the series cannot be forecast or the span reaches farther ahead.
 */
export async function outlookByForecast(scope: Scope, target: Target): Promise<ToldOutlook | null> {
	const ahead = await countsAhead(scope, target.scope);
	if (!ahead) return null;
	const { since, until } = spanOf(target.span, target.since);
	const lies = (day: string): boolean => day >= since && day < until;
	const last = spanOf('month', ahead.coming.at(-1)!);
	if (last.until < until) return null;
	const over = ahead.past.reduce((sum, day, at) => sum + (lies(day) ? ahead.counts[at]! : 0), 0);
	const runs = lies(ahead.coming[0]!) ? ahead.seen : 0;
	const quantiles = ahead.coming.flatMap((day, at) =>
		lies(day) ? [quantileOf(ahead.forecast, at, at === 0 ? ahead.seen : 0)] : []
	);
	const told = outlookOfSum({ over, least: over + runs }, quantiles, target.value, 'lower');
	return { ...told, method: 'forecast', changing: false, months: ahead.past.length };
}

function quantileOf({ point, error, freedom }: CountForecast, at: number, least: number) {
	return (probability: number): number => {
		const side = Math.sign(probability - 0.5);
		const reach = side === 0 ? 0 : twoSidedTQuantile(Math.abs(2 * probability - 1), freedom);
		return Math.max(least, countOfLog(point[at]! + side * reach * error[at]!));
	};
}

/** The complaints of whole months and the forecast of those to come, as the forecast page makes it. */
export function countsAhead(scope: Scope, of: TargetScope | null): Promise<CountsAhead | null> {
	const log = scope.log!;
	const key = ['target', scope.dataVersion, log.filters, log.asOfDay, of];
	return keptForecast(JSON.stringify(key), () => computed(scope, of));
}

async function computed(scope: Scope, of: TargetScope | null): Promise<CountsAhead | null> {
	const log = scope.log!;
	const calendar = forecastCalendar(log, 'month');
	// Whoever asked first may leave: what is kept is made for all who ask.
	const lasting = { ...scope, signal: undefined };
	const dimension: Dimension = of?.dimension ?? 'category';
	const [rows, days] = await Promise.all([
		ask(lasting, forecast.periods, { step: 'month', dimension }),
		calendar.running && !of ? ask(lasting, forecast.days) : []
	]);
	const own = rows.filter(({ value }) => !of || (value ?? '') === of.value);
	const casesIn = (since: string | undefined): number =>
		own.reduce((sum, row) => sum + (row.since === since ? row.cases : 0), 0);
	const counts = calendar.past.map(({ since }) => casesIn(since));
	const found = await volumeForecast({ ...calendar.series, counts }, 'month');
	if (!found) return null;
	const seen = calendar.running ? casesIn(calendar.coming[0]?.since) : 0;
	const pace = await runningPace(calendar, found, days, log);
	return {
		past: calendar.past.map(({ since }) => since),
		coming: calendar.coming.map(({ since }) => since),
		counts,
		seen,
		forecast: pace ? withPace(found.forecast, seen, pace.share, pace.scores) : found.forecast
	};
}
