import type {
	MonthlyTrendColumns,
	MonthlyTrendWords
} from '#lib/charts/options/monthly-trend-columns.ts';
import { shiftMonth } from '#lib/filter/period.ts';
import type { Formats } from '#lib/format/formats.ts';
import { annotationFlags, type Annotation } from '#lib/measures/annotations.ts';
import { limitStageName } from '#lib/messages/limit-words.ts';
import * as m from '#lib/messages/generated/messages.js';
import type { Attainment } from '#lib/server/questions/timeliness-attainment.ts';
import type { TimelinessView } from './timeliness-view.ts';

type Month = Attainment & { readonly month: string };

/** A share of fewer judged cases is not drawn; the table has it. */
const fewestJudged = 10;

export function monthColumns(
	months: readonly Month[],
	{ runningDay, annotations }: Pick<TimelinessView, 'runningDay' | 'annotations'>
): MonthlyTrendColumns {
	const last = months.length - 1;
	const isLastRunning =
		runningDay !== null && months[last]?.month.slice(0, 7) === runningDay.slice(0, 7);
	const drawn = (value: (month: Month) => number | null) =>
		months.map((month) =>
			month.judged >= fewestJudged ? (value(month) ?? Number.NaN) * 100 : Number.NaN
		);
	return {
		month: months.map(({ month }) => month.slice(0, 7)),
		count: months.map(({ judged }) => judged),
		...(isLastRunning && { running: last }),
		value: drawn(({ share }) => share),
		lower: drawn(({ lower }) => lower),
		upper: drawn(({ upper }) => upper),
		flags: monthFlags(months, annotations)
	};
}

/** What happened, at the month its first day lies in. */
function monthFlags(months: readonly Month[], annotations: readonly Annotation[]) {
	const periods = months.map(({ month }) => ({ since: month, until: shiftMonth(month, 1) }));
	return annotationFlags(annotations, periods).map(({ at, label }) => ({
		month: months[at]!.month.slice(0, 7),
		label
	}));
}

export function monthWords(
	f: Formats,
	months: readonly Month[],
	runningDay: string | null
): MonthlyTrendWords {
	const days = `1–${Number(runningDay?.slice(8) ?? 31)}`;
	const percent = (value: number) => f.percent(value / 100);
	return {
		countName: m.time_months_count(),
		valueName: m.time_column_share(),
		month: f.monthOfYear,
		year: f.year,
		count: f.count,
		countTick: f.compactCount,
		valueTick: (value) => f.shareTick(value / 100),
		lower: m.overview_trend_lower(),
		upper: m.overview_trend_upper(),
		target: percent,
		whole: f.count,
		part: f.count,
		running: (count) => [f.count(count), m.overview_trend_running({ days })],
		last: percent,
		tip: (at) => {
			const month = months[at];
			if (!month) return [''];
			return [
				f.month(month.month),
				m.time_tip_share({ share: f.percent(month.share ?? Number.NaN) }),
				m.time_tip_counts({
					met: f.count(month.met),
					breached: f.count(month.breached),
					open: f.count(month.open_late)
				})
			];
		}
	};
}

/** The stage that keeps its limit least, and the one that keeps it best. */
export function attainmentAnswer({ f, facts }: TimelinessView): string {
	const judged = facts.stages.filter(({ share }) => share !== null);
	const sorted = [...judged].sort((a, b) => (a.share ?? 0) - (b.share ?? 0));
	const [worst] = sorted;
	const best = sorted.at(-1);
	if (!worst || !best) return m.time_stages_answer_none();
	const words = (row: Attainment) => ({
		stage: limitStageName(row.stage),
		share: f.percent(row.share ?? 0)
	});
	if (worst === best) return m.time_stages_answer_one(words(worst));
	return m.time_stages_answer({
		worst: words(worst).stage,
		low: words(worst).share,
		best: words(best).stage,
		high: words(best).share
	});
}

/** The lowest month, and the last one judged; the running month is drawn but not judged. */
export function monthsAnswer({ f, facts, runningDay }: TimelinessView): string {
	const whole = facts.months.filter(({ month }) => month.slice(0, 7) !== runningDay?.slice(0, 7));
	const judged = whole.filter(({ judged }) => judged >= fewestJudged);
	const last = judged.at(-1);
	const [lowest] = [...judged].sort((a, b) => (a.share ?? 0) - (b.share ?? 0));
	if (!last || !lowest) return m.time_stages_answer_none();
	if (last === lowest)
		return m.time_months_answer_lowest({
			last: f.month(last.month),
			share: f.percent(last.share ?? 0)
		});
	return m.time_months_answer({
		last: f.month(last.month),
		share: f.percent(last.share ?? 0),
		lowest: f.month(lowest.month),
		low: f.percent(lowest.share ?? 0)
	});
}
