import type { ReviewSeason } from './finding.ts';
import { expectationAt, sumsOf, type Hypothesis } from './hypotheses.ts';
import { scoreOf } from './score.ts';
import { festivalColumns, usable, type ReviewMonth, type SeasonColumns } from './series.ts';

/** Last year's month must have lain off its own level at least so far the same way. */
const alsoLastYear = 2.5;
/** Share of a month's days in a festival from which the month is named after it. */
const leastFestival = 0.1;

/** The festival most of the month lies in, else the time of year. */
function seasonNamed({ festivals }: SeasonColumns, place: number): ReviewSeason {
	const days = festivals.map((column) => column[place]!);
	const most = Math.max(...days);
	return most >= leastFestival ? festivalColumns[days.indexOf(most)]! : 'time_of_year';
}

/**
 * The season that explains a month: what it lies off its level is as usual for that time of year (or a festival
 * never seen before may explain it), or the same month of last year lay as far off the same way.
 * @param limit the p up to which the month would be news
 * @returns null where it is news, or nothing out of the ordinary
 */
export function seasonOf(
	hypothesis: Hypothesis,
	months: readonly ReviewMonth[],
	columns: SeasonColumns,
	limit: number
): ReviewSeason | null {
	const { series, pValue, score, levelPValue, levelScore } = hypothesis;
	const place = hypothesis.places.at(-1)!;
	const named = seasonNamed(columns, place);
	if (pValue > limit) {
		const explains = Math.abs(levelScore) - Math.abs(score) > 1;
		return levelPValue <= limit && explains ? named : null;
	}
	const known = usable(series, months);
	const yearBefore = hypothesis.places.map((at) => at - 12).filter((at) => known.includes(at));
	if (yearBefore.at(-1) !== place - 12) return null;
	const before = scoreOf(sumsOf(hypothesis, yearBefore).amount, {
		...expectationAt(hypothesis, yearBefore),
		eta: hypothesis.usual.at(yearBefore).level
	});
	const alike = before * score > 0 && Math.abs(before) >= alsoLastYear;
	return alike && Math.abs(before) >= Math.abs(levelScore) / 2 ? named : null;
}
