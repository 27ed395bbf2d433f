import { meanOf } from '#lib/statistics/regression/penalised-regression.ts';
import type { Dimension } from '#lib/measures/case-fields.ts';
import type { ReviewScope } from './finding.ts';
import { judgedAt, type Hypothesis } from './hypotheses.ts';

/** Cases of one value by month: all of them, and those that have another value too. */
export interface CrossCounts {
	readonly all: readonly number[];
	readonly values: readonly (ReviewScope & { readonly cases: readonly number[] })[];
}

/** A hypothesis that is told, what it explains, and where most of what is out of the ordinary lies. */
export interface Told {
	readonly hypothesis: Hypothesis;
	/** Its p beside what is told before it. */
	readonly pValue: number;
	readonly alike: readonly Hypothesis[];
	readonly within: (ReviewScope & { readonly cases: number }) | null;
}

/** Of values that say the same the one people can act on is told: a problem or a product before a place. */
const preference: Readonly<Partial<Record<Dimension, number>>> = {
	category: 1,
	subcategory: 1,
	product: 1
};
const otherwise = 0.8;
const ofAllCases = 0.5;

/**
 * One event is told once: the strongest is told, its cases beyond what was expected are taken out of all the
 * others, and what then is as usual was the same event. Then the strongest of the rest.
 * @param crossOf cases of a value by month, by the values of the other dimensions
 */
export async function reducedShares(
	rejected: readonly Hypothesis[],
	place: number,
	limitOf: (hypothesis: Hypothesis) => number,
	crossOf: (scope: ReviewScope) => Promise<CrossCounts>
): Promise<readonly Told[]> {
	const told: Told[] = [];
	let rest = rejected
		.map((hypothesis) => ({
			hypothesis,
			amount: hypothesis.series.amounts[place]!,
			size: hypothesis.series.sizes[place]!,
			score: hypothesis.score,
			pValue: hypothesis.pValue
		}))
		.sort((a, b) => strength(b) - strength(a));
	while (rest.length > 0) {
		const [first, ...others] = rest.sort((a, b) => strength(b) - strength(a));
		const { hypothesis, pValue } = first!;
		const { scope } = hypothesis.series;
		if (scope === null) {
			told.push({ hypothesis, pValue, alike: [], within: null });
			rest = others;
			continue;
		}
		const cross = await crossOf(scope);
		const beyond = excessOf(hypothesis, cross, place);
		const adjusted = others.map((one) => {
			const { series } = one.hypothesis;
			const excess = series.scope ? beyond.of(series.scope) : beyond.all;
			const amount = Math.max(0, one.amount - excess);
			const size = series.scope ? Math.max(amount, one.size - beyond.all) : one.size;
			const again = judgedAt(one.hypothesis, place, { amount, size });
			const sameSide = again.score * one.hypothesis.score > 0;
			const stays = sameSide && again.pValue <= limitOf(one.hypothesis);
			return { ...again, hypothesis: one.hypothesis, amount, size, stays };
		});
		told.push({
			hypothesis,
			pValue,
			alike: adjusted.filter(({ stays }) => !stays).map((one) => one.hypothesis),
			within: hypothesis.score > 0 ? concentrated(beyond, cross, scope, place) : null
		});
		rest = adjusted.filter(({ stays }) => stays);
	}
	return told;
}

function strength({
	hypothesis,
	score
}: {
	readonly hypothesis: Hypothesis;
	readonly score: number;
}): number {
	const { scope } = hypothesis.series;
	const factor = scope ? (preference[scope.dimension] ?? otherwise) : ofAllCases;
	return Math.abs(score) * factor;
}

interface Excess {
	/** Cases beyond what was expected of the value. */
	readonly all: number;
	/** How many of them have another value too. */
	readonly of: (scope: ReviewScope) => number;
	/** Share of the value's cases that usually have it too. */
	readonly usualShare: (scope: ReviewScope) => number;
}

function excessOf(
	{ series, usual }: Hypothesis,
	{ all, values }: CrossCounts,
	place: number
): Excess {
	// What it would be beside the others as they are: of a share the odds, since all cases hold its own too.
	const others = series.sizes[place]! - all[place]!;
	const { mean: share } = meanOf(series.kind, usual.at(place).eta, 1);
	const mean = (others * share) / (1 - share);
	const byScope = new Map(values.map((one) => [scopeKey(one), one.cases]));
	const sumOf = (cases: readonly number[]): number =>
		usual.kept.reduce((sum, at) => sum + cases[at]!, 0);
	const before = sumOf(all);
	const usualShare = (scope: ReviewScope): number => {
		const cases = byScope.get(scopeKey(scope));
		return cases && before > 0 ? sumOf(cases) / before : 0;
	};
	return {
		all: all[place]! - mean,
		of: (scope) => (byScope.get(scopeKey(scope))?.[place] ?? 0) - mean * usualShare(scope),
		usualShare
	};
}

/** Standard deviations from which cases are said to lie mostly at one value, and their least share. */
const standsOut = 4;
const mostOf = 0.5;
/** Dimensions of which one is part of the other: that a subcategory lies in its category says nothing. */
const nested: readonly (readonly Dimension[])[] = [
	['category', 'subcategory'],
	['product_category', 'product']
];

/** The value of another dimension that holds most of the cases beyond what was expected. */
function concentrated(
	beyond: Excess,
	{ all, values }: CrossCounts,
	scope: ReviewScope,
	place: number
): Told['within'] {
	const apart = values.filter(
		({ dimension }) =>
			dimension !== scope.dimension &&
			!nested.some((pair) => pair.includes(dimension) && pair.includes(scope.dimension))
	);
	let best: { readonly within: NonNullable<Told['within']>; readonly z: number } | null = null;
	for (const { dimension, value, cases } of apart) {
		const share = beyond.usualShare({ dimension, value });
		const expected = all[place]! * Math.max(share, 0.5 / all[place]!);
		const z = (cases[place]! - expected) / Math.sqrt(expected * (1 - Math.min(share, 0.99)));
		const holds = beyond.of({ dimension, value }) >= mostOf * beyond.all;
		if (holds && z >= standsOut && z > (best?.z ?? 0))
			best = { within: { dimension, value, cases: cases[place]! }, z };
	}
	return best?.within ?? null;
}

export function scopeKey({ dimension, value }: ReviewScope): string {
	return `${dimension}\u0000${value}`;
}
