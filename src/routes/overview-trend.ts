import type {
	MonthlyTrendColumns,
	MonthlyTrendWords
} from '#lib/charts/options/monthly-trend-columns.ts';
import { nextDay } from '#lib/filter/codec.ts';
import { shiftMonth } from '#lib/filter/period.ts';
import type { Formats } from '#lib/format/formats.ts';
import { annotationFlags, type Annotation } from '#lib/measures/annotations.ts';
import * as m from '#lib/messages/generated/messages.js';
import type { MonthFacts, TrendPoint } from '#lib/server/questions/overview-page.ts';

/** A mean of fewer ratings is not drawn; the note says so. */
const fewestRated = 10;

/** Months as the trend chart takes them; the comparable part only where a month is still running. */
export function trendColumns(months: readonly MonthFacts[], running: boolean): MonthlyTrendColumns {
	const last = months.length - 1;
	return {
		month: months.map(({ since }) => since.slice(0, 7)),
		count: counts(months),
		...(running && {
			running: last,
			comparable: months.map((month, at) => (at === last - 12 ? month.casesToDay : Number.NaN))
		}),
		...satisfactionLine(months)
	};
}

/** Single days as the same chart takes them. */
export function dailyColumns(days: readonly TrendPoint[]): MonthlyTrendColumns {
	return { ...satisfactionLine(days), month: days.map(({ since }) => since), count: counts(days) };
}

/** Annotations at the point their first day lies in. */
export function trendFlags(
	annotations: readonly Annotation[],
	points: readonly TrendPoint[],
	byDay: boolean
): { month: string; label: string }[] {
	const periods = points.map(({ since }) => ({
		since,
		until: byDay ? nextDay(since) : shiftMonth(since, 1)
	}));
	return annotationFlags(annotations, periods).map(({ at, label }) => ({
		month: byDay ? points[at]!.since : points[at]!.since.slice(0, 7),
		label
	}));
}

export function trendWords(
	f: Formats,
	months: readonly TrendPoint[],
	{ byDay, dayOfMonth }: { readonly byDay: boolean; readonly dayOfMonth: number }
): MonthlyTrendWords {
	const days = `1–${dayOfMonth}`;
	return {
		countName: byDay ? m.overview_trend_count_day() : m.overview_trend_count(),
		valueName: m.overview_trend_mean(),
		month: byDay ? (day) => String(Number(day.slice(8))) : f.monthOfYear,
		year: byDay ? f.monthOfYear : f.year,
		count: f.count,
		countTick: f.compactCount,
		// Steps of a quarter are not rounded away: 3.25 is not 3.3.
		valueTick: (value) => f.number(value, 2, 1),
		lower: m.overview_trend_lower(),
		upper: m.overview_trend_upper(),
		target: (value) => m.overview_trend_target({ value: f.score(value) }),
		whole: (count) => m.overview_trend_whole({ count: f.count(count) }),
		part: (count) => m.overview_trend_part({ days, count: f.count(count) }),
		running: (count) => [f.count(count), m.overview_trend_running({ days })],
		last: (value, running) =>
			running ? m.overview_trend_last_running({ value: f.score(value) }) : f.score(value),
		tip: (at) => {
			const month = months[at];
			if (!month) return [''];
			const title = byDay ? f.day(month.since) : f.month(month.since);
			const count = m.overview_trend_tip_count({ count: f.count(month.cases) });
			return month.rated === 0
				? [title, count]
				: [
						title,
						count,
						m.overview_trend_tip_mean({
							mean: f.score(month.scoreSum / month.rated),
							rated: f.count(month.rated)
						})
					];
		}
	};
}

/** What the trend says: a year of whole months against the year before, or what there is. */
export function trendAnswer(f: Formats, months: readonly MonthFacts[], running: boolean): string {
	const whole = running ? months.slice(0, -1) : months;
	const year = 12;
	const shown = whole.length >= 2 * year ? whole.slice(-year) : months;
	const { cases, rated, scoreSum } = total(shown);
	const first = shown[0];
	if (!first) return '';
	if (rated === 0)
		return m.overview_trend_answer_unrated({ count: f.count(cases), month: f.month(first.since) });
	const mean = f.score(scoreSum / rated);
	if (shown === months)
		return m.overview_trend_answer_short({
			count: f.count(cases),
			month: f.month(first.since),
			mean
		});
	const before = total(whole.slice(-2 * year, -year)).cases;
	return m.overview_trend_answer({
		months: f.count(year),
		count: f.count(cases),
		change: f.change(before > 0 ? cases / before - 1 : Number.NaN),
		mean
	});
}

function total(months: readonly TrendPoint[]) {
	return months.reduce(
		(sum, { cases, rated, scoreSum }) => ({
			cases: sum.cases + cases,
			rated: sum.rated + rated,
			scoreSum: sum.scoreSum + scoreSum
		}),
		{ cases: 0, rated: 0, scoreSum: 0 }
	);
}

function counts(points: readonly TrendPoint[]): number[] {
	return points.map(({ cases }) => cases);
}

/** Mean score and its interval; absent where nobody rated. */
function satisfactionLine(points: readonly TrendPoint[]) {
	if (!points.some(({ rated }) => rated > 0)) return {};
	const none = Number.NaN;
	const drawn = points.map((point) => (point.rated < fewestRated ? null : point));
	return {
		value: drawn.map((point) => (point ? point.scoreSum / point.rated : none)),
		lower: drawn.map((point) => point?.meanInterval?.lower ?? none),
		upper: drawn.map((point) => point?.meanInterval?.upper ?? none)
	};
}
