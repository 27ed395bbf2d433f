import { meanOf } from '#lib/statistics/regression/penalised-regression.ts';
import { countedCases } from '#lib/filter/counted-cases.ts';
import { narrowed } from '#lib/filter/change.ts';
import type { Day, Filter } from '#lib/filter/filter.ts';
import type { Finding, FindingTrend, ReviewMeasure, ReviewSeason } from './finding.ts';
import { expectationAt, judgedIn, sumsOf, type Hypothesis } from './hypotheses.ts';
import { judgedInLogs } from './month-series.ts';
import { meaningOfScore } from './reduce-outcomes.ts';
import type { Told } from './reduce-shares.ts';
import { amountAt, scoreOf } from './score.ts';
import { usable, type ReviewMonth, type ReviewSeries, type SeasonColumns } from './series.ts';

/** Limits are drawn so many sigmas off, as those of the control charts. */
const limitSigmas = 3;
/** A month belongs to the run of the next where it lies so far off the same way. */
const sameRun = 2;
const trendMonths = 24;

/** A finding as it is told and kept. @param month the filter of the month's cases */
export function madeFinding(
	{ hypothesis, alike, within }: Told,
	months: readonly ReviewMonth[],
	columns: SeasonColumns,
	{ month, season }: { readonly month: Filter; readonly season: ReviewSeason | null }
): Finding {
	const { series, places, score } = hypothesis;
	const told = season
		? { score: hypothesis.levelScore, p: hypothesis.levelPValue }
		: { score, p: hypothesis.pValue };
	const side = told.score > 0 ? 1 : -1;
	const place = places.at(-1)!;
	const run = runOf(hypothesis, months, columns, side);
	const line = lineOf(hypothesis, places);
	const sums = sumsOf(hypothesis, places);
	const since = months[places[0]!]!.since;
	const isTogether = places.length > 1;
	const filter = casesOf(series, isTogether ? sinceDay(month, since) : month);
	return {
		id: findingId(hypothesis, side),
		kind: season ? 'season' : run.still ? 'still' : 'news',
		measure: series.measure,
		scope: series.scope,
		within: within && {
			...within,
			filter: narrowed(filter, within.dimension, [within.value])
		},
		...(isTogether && { since }),
		value: shown(series, sums.amount, sums.size),
		expected: line.center,
		lower: line.lower,
		upper: line.upper,
		side,
		meaning: meaningOfScore(series, side),
		pValue: told.p,
		cases: series.kind === 'normal' || isOutcome(series.measure) ? sums.size : sums.amount,
		season,
		began: season ? null : months[run.first]!.since,
		alike: alike.map((one) => {
			const its = one.score > 0 ? 1 : -1;
			return {
				id: findingId(one, its),
				measure: one.series.measure,
				scope: one.series.scope,
				side: its
			};
		}),
		trend: trendOf(hypothesis, months, place),
		filter,
		improvements: []
	};
}

function findingId({ series: { measure, scope } }: Hypothesis, side: -1 | 1): string {
	return [measure, scope?.dimension ?? '', scope?.value ?? '', side].join('|');
}

const isOutcome = (measure: ReviewMeasure): boolean =>
	measure !== 'share' && measure !== 'complaint_rate' && measure !== 'complaints';

/** The cases a finding counts. */
function casesOf({ measure, scope }: ReviewSeries, month: Filter): Filter {
	const cases = scope ? narrowed(month, scope.dimension, [scope.value]) : month;
	return measure === 'share' ? cases : countedCases(cases, measure);
}

/** The filter of a month, from an earlier day on. */
function sinceDay(month: Filter, since: Day): Filter {
	if (typeof month.period === 'string') throw new Error('the period of a month is its days');
	return { ...month, period: { ...month.period, since } };
}

/** A value in the unit it is read in. */
function shown({ kind, measure }: ReviewSeries, amount: number, size: number): number {
	if (kind === 'normal') return judgedInLogs.has(measure) ? Math.exp(amount) : amount;
	if (kind === 'poisson') return amount;
	return (amount / size) * (measure === 'complaint_rate' ? 10_000 : 1);
}

function lineOf(hypothesis: Hypothesis, places: readonly number[]) {
	const { series } = hypothesis;
	const expected = expectationAt(hypothesis, places);
	const { size } = expected;
	const { mean } = meanOf(series.kind, expected.eta, size);
	return {
		center: shown(series, mean, size),
		lower: shown(series, amountAt(-limitSigmas, expected), size),
		upper: shown(series, amountAt(limitSigmas, expected), size)
	};
}

/** Months before that lie off the same way: where it began, and whether one of them told of it already. */
function runOf(
	hypothesis: Hypothesis,
	months: readonly ReviewMonth[],
	columns: SeasonColumns,
	side: -1 | 1
): { readonly first: number; readonly still: boolean } {
	const known = usable(hypothesis.series, months);
	const scoreAt = (at: number): number =>
		known.includes(at)
			? side * scoreOf(hypothesis.series.amounts[at]!, expectationAt(hypothesis, [at]))
			: 0;
	let first = hypothesis.places[0]!;
	while (first > 0 && scoreAt(first - 1) >= sameRun) first--;
	const wasTold = (at: number): boolean => {
		const then = judgedIn(hypothesis, months, columns, at);
		return then !== null && then.score * side > 0 && then.pValue <= then.limit;
	};
	const earlier = Array.from({ length: hypothesis.places.at(-1)! - first }, (_, i) => first + i);
	return { first, still: earlier.some(wasTold) };
}

function trendOf(
	hypothesis: Hypothesis,
	months: readonly ReviewMonth[],
	place: number
): FindingTrend {
	const { series } = hypothesis;
	const known = new Set(usable(series, months));
	const places = months.map((_, at) => at).slice(Math.max(0, place - trendMonths + 1), place + 1);
	const lines = places.map((at) => (known.has(at) ? lineOf(hypothesis, [at]) : null));
	return {
		months: places.map((at) => months[at]!.since),
		values: places.map((at) =>
			known.has(at) ? shown(series, series.amounts[at]!, series.sizes[at]!) : null
		),
		center: lines.map((line) => line?.center ?? null),
		lower: lines.map((line) => line?.lower ?? null),
		upper: lines.map((line) => line?.upper ?? null)
	};
}
