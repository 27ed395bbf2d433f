import type { Filter } from '#lib/filter/filter.ts';
import type { Finding, ReviewScope, ReviewSeason } from '#lib/review/finding.ts';
import { hypotheses, judgedAs, type Hypothesis } from '#lib/review/hypotheses.ts';
import { madeFinding } from '#lib/review/made-finding.ts';
import { reducedOutcomes } from '#lib/review/reduce-outcomes.ts';
import { reducedShares, scopeKey, type Told } from '#lib/review/reduce-shares.ts';
import { reducedSeasons } from '#lib/review/reduce-seasons.ts';
import { seasonOf } from '#lib/review/season-of.ts';
import { seasonColumns, type ReviewSeries } from '#lib/review/series.ts';
import { judgedTogether, toldTogether } from '#lib/review/together.ts';
import { crossCounts, outcomesWithout, type ReviewData } from './review-data.ts';

export interface MonthFindings {
	readonly findings: readonly Finding[];
	readonly judged: number;
}

/** What chance does not explain in a month, judged by the months before it alone. */
export async function monthFindings(
	data: ReviewData,
	place: number,
	month: Filter
): Promise<MonthFindings> {
	const { months, series } = data;
	const columns = seasonColumns(months);
	const all = hypotheses(series, months, columns, place);
	if (all.length === 0) return { findings: [], judged: 0 };
	const { rejected, limitOf } = judgedTogether(all);
	const shares = await reducedShares(
		rejected.filter(({ series: { measure } }) => isVolume(measure)),
		limitOf,
		(scope) => crossCounts(data, scope)
	);
	const outcomes = await outcomesBeside(data, rejected, { shares, place, limitOf });
	const told = toldTogether([...outcomes.shares, ...reducedOutcomes(outcomes.left)], limitOf);
	const seasonIn = (one: Hypothesis): ReviewSeason | null =>
		seasonOf(one, months, columns, limitOf(one));
	const news = told.filter(({ hypothesis }) => seasonIn(hypothesis) === null);
	const covered = new Set(news.flatMap(({ hypothesis, alike }) => [hypothesis, ...alike]));
	// The time of year explains a month by itself.
	const seasons = new Map(
		all
			.filter((one) => !covered.has(one))
			.map((one) => one.alone ?? one)
			.map((one) => [one, seasonIn(one)])
	);
	const seasonal = reducedSeasons([...seasons.keys()].filter((one) => seasons.get(one)));
	const made = [
		...news.map((one) => madeFinding(one, months, columns, { month, season: null })),
		...seasonal.map((one) =>
			madeFinding(one, months, columns, { month, season: seasons.get(one.hypothesis) ?? null })
		)
	];
	const kinds = ['news', 'still', 'season'];
	return {
		findings: made.sort(
			(a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || a.pValue - b.pValue
		),
		judged: all.length
	};
}

const isVolume = (measure: ReviewSeries['measure']): boolean =>
	measure === 'share' || measure === 'complaint_rate' || measure === 'complaints';

/**
 * How cases went beside what they were about: where the values that are told are left out and the rest went as
 * usual, the change of satisfaction or time came of them, and is told with them.
 */
async function outcomesBeside(
	data: ReviewData,
	rejected: readonly Hypothesis[],
	{
		shares,
		place,
		limitOf
	}: {
		readonly shares: readonly Told[];
		readonly place: number;
		readonly limitOf: (hypothesis: Hypothesis) => number;
	}
): Promise<{ readonly shares: readonly Told[]; readonly left: readonly Hypothesis[] }> {
	const outcomes = rejected.filter(({ series: { measure } }) => !isVolume(measure));
	const scopes = shares.flatMap(({ hypothesis: { series } }) => series.scope ?? []);
	if (outcomes.length === 0 || scopes.length === 0) return { shares, left: outcomes };
	const rest = new Map(
		(await outcomesWithout(data, scopes)).map((one) => [seriesKey(one), one] as const)
	);
	const came = outcomes.filter((one) => {
		const without = rest.get(seriesKey(one.series));
		const amount = without?.amounts[place] ?? null;
		if (!without || amount === null) return true;
		const { score, pValue } = judgedAs(one, { amount, size: without.sizes[place]! });
		return score * one.score <= 0 || pValue > limitOf(one);
	});
	const [first, ...others] = shares;
	return {
		shares: [{ ...first!, alike: [...first!.alike, ...came] }, ...others],
		left: outcomes.filter((one) => !came.includes(one))
	};
}

function seriesKey({
	measure,
	scope
}: Pick<ReviewSeries, 'measure'> & { scope: ReviewScope | null }): string {
	return `${measure}\u0000${scope ? scopeKey(scope) : ''}`;
}
