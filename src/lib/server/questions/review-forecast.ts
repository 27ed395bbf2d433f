import { shiftDay } from '#lib/filter/codec.ts';
import type { VolumeSeries } from '#lib/measures/forecast-methods.ts';
import { withPace } from '#lib/measures/forecast-month-end.ts';
import { expectedCount } from '#lib/measures/forecast-path.ts';
import type { ReviewForecast } from '#lib/review/month-review.ts';
import { ask } from './ask.ts';
import { controlPeriods } from './control-periods.ts';
import { keptForecast } from './forecast-kept.ts';
import { runningPace } from './forecast-pace.ts';
import { forecastCalendar } from './forecast-periods.ts';
import { volumeForecast } from './forecast-volume.ts';
import * as forecast from './forecast.ts';
import type { ReviewData } from './review-data.ts';
import type { ReviewSpan } from './review-span.ts';

const shownMonths = 24;

/**
 * The month after the one reviewed, as its end alone makes one expect; the running one where the log has begun to
 * tell of it, or where the month reviewed is itself running. Null for too short a log.
 */
export async function reviewForecast(
	{ scope, log }: ReviewData,
	{ month, told, partial }: ReviewSpan
): Promise<ReviewForecast | null> {
	const latest = controlPeriods(log, 'month').findLast((one) => !one.partial)?.since;
	const present = partial || month === latest;
	const asOfDay = present ? log.asOfDay : shiftDay(told.until, -1);
	const calendar = forecastCalendar({ firstDay: log.firstDay, asOfDay }, 'month');
	const key = JSON.stringify(['review', scope.dataVersion, log.filters, asOfDay]);
	return keptForecast(key, async () => {
		const lasting = { ...scope, signal: undefined };
		const [rows, days] = await Promise.all([
			ask(lasting, forecast.periods, { step: 'month', dimension: 'none' }),
			calendar.running ? ask(lasting, forecast.days) : []
		]);
		const bySince = new Map(rows.map(({ since, cases }) => [since, cases]));
		const counts = calendar.past.map(({ since }) => bySince.get(since) ?? 0);
		const series: VolumeSeries = { ...calendar.series, counts };
		const found = await volumeForecast(series, 'month');
		const next = calendar.coming[0];
		if (!found || !next) return null;
		const seen = calendar.running ? (bySince.get(next.since) ?? 0) : null;
		const pace = await runningPace(calendar, found, days, { firstDay: log.firstDay, asOfDay });
		const made =
			pace && seen !== null
				? withPace(found.forecast, seen, pace.share, pace.scores)
				: found.forecast;
		const expected = expectedCount(made, 0);
		const least = (count: number): number => Math.max(seen ?? 0, Number(count.toFixed(1)));
		return {
			month: next.since,
			running: calendar.running,
			seen,
			value: least(expected.median),
			lower80: least(expected.lower80),
			upper80: least(expected.upper80),
			lower95: least(expected.lower95),
			upper95: least(expected.upper95),
			lastYear: counts[counts.length - calendar.series.season] ?? null,
			months: calendar.past.map(({ since }) => since).slice(-shownMonths),
			counts: counts.slice(-shownMonths)
		};
	});
}
