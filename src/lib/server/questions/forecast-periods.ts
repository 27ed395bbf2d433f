import { festivalTerms, waveTerms } from '#lib/calendar/season-terms.ts';
import { nextDay, shiftDay } from '#lib/filter/codec.ts';
import { daysBetween, shiftMonth } from '#lib/filter/period.ts';
import type { ControlPeriod } from '#lib/measures/control-series.ts';
import type { VolumeSeries } from '#lib/measures/forecast-methods.ts';
import { controlPeriods } from './control-periods.ts';
import { horizons, type ForecastStep } from './forecast-choices.ts';
import type { LogScope } from './scope.ts';

/** The calendar of a forecast: whatever period is asked about, it begins where the log ends. */
export interface ForecastCalendar {
	readonly step: ForecastStep;
	/** Whole months or weeks the log tells of, oldest first. */
	readonly past: readonly ControlPeriod[];
	/** The periods after them; the first may be running. */
	readonly coming: readonly ControlPeriod[];
	/** True where the first coming period has begun. */
	readonly running: boolean;
	readonly series: Omit<VolumeSeries, 'counts'>;
}

export function forecastCalendar(
	log: Pick<LogScope, 'firstDay' | 'asOfDay'>,
	step: ForecastStep
): ForecastCalendar {
	const end = nextDay(log.asOfDay);
	const days = { since: log.firstDay, until: end };
	const told = controlPeriods({ ...log, days }, step);
	const past = told.filter(({ partial }) => !partial);
	const first = past.at(-1)?.until ?? told.at(-1)?.since ?? end;
	const shift = (day: string, count: number): string =>
		step === 'month' ? shiftMonth(day, count) : shiftDay(day, 7 * count);
	const coming = Array.from({ length: horizons[step] }, (_, h): ControlPeriod => {
		const since = shift(first, h);
		const until = shift(first, h + 1);
		return { since, until, days: daysBetween(since, until), partial: true };
	});
	const all = [...past, ...coming];
	return {
		step,
		past,
		coming,
		running: first < end,
		series: {
			season: step === 'month' ? 12 : 52,
			days: all.map((period) => period.days),
			festivals: festivalTerms(all, step),
			wave: waveTerms(all)
		}
	};
}
