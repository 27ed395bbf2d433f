import { setImmediate as breath } from 'node:timers/promises';
import { seasonTerms } from '#lib/calendar/season-terms.ts';
import { nextDay } from '#lib/filter/codec.ts';
import { daysBetween } from '#lib/filter/period.ts';
import {
	dayWeights,
	paceScores,
	shareSeen,
	type DailyLog,
	type PaceScores
} from '#lib/measures/forecast-month-end.ts';
import type { ForecastCalendar } from './forecast-periods.ts';
import type { VolumeForecast } from './forecast-volume.ts';
import type { LogScope } from './scope.ts';

/** What the days seen tell of the running month. */
export interface RunningPace {
	/** Share of the month's cases that has usually come by now, 0–1. */
	readonly share: number;
	/** Days of the month that are over. */
	readonly days: number;
	readonly scores: PaceScores;
}

/**
 * The profile of the running month and its backtest: the months the forecast itself was tried on, each cut
 * off at the same day, told by a profile learned from the days before all of them.
 * @returns null where the past is too short
 */
export async function runningPace(
	{ past, coming }: ForecastCalendar,
	{ origins }: VolumeForecast,
	days: readonly { readonly since: string; readonly cases: number }[],
	{ firstDay, asOfDay }: Pick<LogScope, 'firstDay' | 'asOfDay'>
): Promise<RunningPace | null> {
	const running = coming[0];
	const first = origins[0];
	if (!running || !first || days.length === 0) return null;
	const place = (day: string): number => daysBetween(firstDay, day);
	const over = daysBetween(running.since, nextDay(asOfDay));
	const daily = dailyLog(days, firstDay, place(nextDay(asOfDay)), place(running.until));
	const early = dayWeights(daily, place(past[first.origin]!.since));
	await breath();
	const now = dayWeights(daily, place(running.since));
	await breath();
	if (!early || !now) return null;
	const scores = paceScores(
		daily,
		early,
		origins.map(({ origin, logs }) => {
			const month = past[origin]!;
			const from = place(month.since);
			const until = place(month.until);
			return { from, seen: Math.min(from + over, until), until, missed: logs[0]! };
		})
	);
	if (!scores) return null;
	const from = place(running.since);
	const share = shareSeen(now, { from, seen: from + over, until: place(running.until) });
	return { share, days: over, scores };
}

/** Cases of every day, days without any included, with what each day is up to the end of the month. */
function dailyLog(
	days: readonly { readonly since: string; readonly cases: number }[],
	firstDay: string,
	known: number,
	all: number
): DailyLog {
	const counts = new Array<number>(known).fill(0);
	for (const { since, cases } of days) {
		const at = daysBetween(firstDay, since);
		if (at >= 0 && at < known) counts[at] = cases;
	}
	const calendar: { since: string; until: string }[] = [];
	for (let since = firstDay; calendar.length < all;) {
		const until = nextDay(since);
		calendar.push({ since, until });
		since = until;
	}
	return { counts, terms: seasonTerms(calendar, 'day') };
}
