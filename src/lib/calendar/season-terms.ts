import chinaHolidays from '../../../data/calendars/china-holidays.json' with { type: 'json' };
import { festivalOf, type Festival } from './festivals.ts';

export type Step = 'month' | 'week' | 'day';

interface Days {
	readonly since: string;
	/** Day after the last. */
	readonly until: string;
}

const dayMs = 86_400_000;

const midYear: readonly Festival[] = ['mid_year', 'mid_year_peak', 'mid_year_after'];
const doubleEleven: readonly Festival[] = [
	'double_eleven',
	'double_eleven_peak',
	'double_eleven_after'
];
const springs: readonly (readonly Festival[])[] = [['before_spring'], ['spring'], ['after_spring']];

/** Months are too few to tell the days before a festival from the festival itself. */
const festivals: Readonly<Record<Step, readonly (readonly Festival[])[]>> = {
	month: [['before_spring', 'spring'], ['after_spring'], midYear, doubleEleven],
	week: [...springs, ['national_day'], midYear, doubleEleven],
	day: [...springs, ['national_day'], ...[...midYear, ...doubleEleven].map((one) => [one])]
};

/**
 * Columns that describe the time of year of each period, for a regression: its festivals, the wave of the
 * year for months and weeks, the weekdays, other public holidays and make-up working days (调休) for days.
 */
export function seasonTerms(periods: readonly Days[], step: Step): readonly (readonly number[])[] {
	const spells = festivalTerms(periods, step);
	if (step === 'day') {
		const weekday = periods.map(({ since }) => new Date(`${since}T00:00:00Z`).getUTCDay());
		const weekdays = [0, 2, 3, 4, 5, 6].map((one) => weekday.map((day) => (day === one ? 1 : 0)));
		const held = periods.map(({ since }) => (isOtherHoliday(since) ? 1 : 0));
		const madeUp = periods.map(({ since }) => (makeUpDays.has(since) ? 1 : 0));
		return [...weekdays, ...spells, held, madeUp];
	}
	return [...spells, ...waveTerms(periods)];
}

/** The share of each period's days in each festival: 春节 moves between January and February, so months alone cannot tell. */
export function festivalTerms(
	periods: readonly Days[],
	step: Step
): readonly (readonly number[])[] {
	// Each day is looked up once, not once a column: thousands of days a chart, forty charts a board.
	const days = periods.map((period) => daysOf(period).map(festivalOf));
	return festivals[step].map((names) =>
		days.map(
			(all) =>
				all.filter((festival) => festival !== null && names.includes(festival)).length / all.length
		)
	);
}

/** One pair of sine and cosine a year. */
export function waveTerms(periods: readonly Days[]): readonly (readonly number[])[] {
	const angle = periods.map(({ since, until }) => {
		const middle = (Date.parse(since) + Date.parse(until)) / 2 / dayMs;
		return (2 * Math.PI * middle) / 365.25;
	});
	return [angle.map(Math.sin), angle.map(Math.cos)];
}

const holidays = new Set(chinaHolidays.holidays.map(({ date }) => date));
const makeUpDays = new Set(chinaHolidays.makeUpDays.map(({ date }) => date));

/** A public holiday outside the festivals that have a term of their own. */
function isOtherHoliday(day: string): boolean {
	const festival = festivalOf(day);
	return holidays.has(day) && festival !== 'spring' && festival !== 'national_day';
}

function daysOf({ since, until }: Days): readonly string[] {
	const days: string[] = [];
	for (let at = Date.parse(since); at < Date.parse(until); at += dayMs)
		days.push(new Date(at).toISOString().slice(0, 10));
	return days;
}
