import { meanOf } from '#lib/statistics/regression/penalised-regression.ts';
import { sum } from '#lib/statistics/sum.ts';
import type { Dimension } from '#lib/measures/case-fields.ts';
import type { ReviewScope } from './finding.ts';
import { judgedAs, sumsOf, type Hypothesis } from './hypotheses.ts';

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
	limitOf: (hypothesis: Hypothesis, told: number) => number,
	crossOf: (scope: ReviewScope) => Promise<CrossCounts>
): Promise<readonly Told[]> {
	const asked = new Map<string, Promise<CrossCounts>>();
	const crossOnce = (scope: ReviewScope): Promise<CrossCounts> => {
		const key = scopeKey(scope);
		const known = asked.get(key) ?? crossOf(scope);
		asked.set(key, known);
		return known;
	};
	// The more is told, the less each must be beyond chance (see `toldTogether`): from as many as may be downwards.
	for (let count = rejected.length; ;) {
		const limit = (one: Hypothesis): number => limitOf(one, count);
		const told = await toldOneByOne(rejected, limit, crossOnce);
		if (told.length >= count) return told;
		count = told.length;
	}
}

async function toldOneByOne(
	rejected: readonly Hypothesis[],
	limitOf: (hypothesis: Hypothesis) => number,
	crossOf: (scope: ReviewScope) => Promise<CrossCounts>
): Promise<readonly Told[]> {
	const told: Told[] = [];
	let rest = rejected.map((hypothesis) => ({
		hypothesis,
		...sumsOf(hypothesis, hypothesis.places),
		score: hypothesis.score,
		pValue: hypothesis.pValue
	}));
	for (;;) {
		rest = rest.toSorted((a, b) => strength(b) - strength(a));
		const first = rest.find((one) => one.pValue <= limitOf(one.hypothesis));
		if (!first) return told;
		const others = rest.filter((one) => one !== first);
		const { hypothesis, pValue } = first;
		const { scope } = hypothesis.series;
		if (scope === null) {
			told.push({ hypothesis, pValue, alike: [], within: null });
			rest = others;
			continue;
		}
		const cross = await crossOf(scope);
		const beyondIn = excessOf(hypothesis, cross);
		const adjusted = others.map((one) => {
			const { series, places } = one.hypothesis;
			const beyond = beyondIn(places);
			const excess = series.scope ? beyond.of(series.scope) : beyond.all;
			const amount = Math.max(0, one.amount - excess);
			const size = series.scope ? Math.max(amount, one.size - beyond.all) : one.size;
			const again = judgedAs(one.hypothesis, { amount, size });
			const sameSide = again.score * one.hypothesis.score > 0;
			const stays = sameSide && again.pValue <= Math.max(limitOf(one.hypothesis), one.pValue);
			return { ...again, hypothesis: one.hypothesis, amount, size, stays };
		});
		told.push({
			hypothesis,
			pValue,
			alike: adjusted.filter(({ stays }) => !stays).map((one) => one.hypothesis),
			within:
				hypothesis.score > 0
					? concentrated(beyondIn(hypothesis.places), cross, scope, hypothesis.places)
					: null
		});
		rest = adjusted.filter(({ stays }) => stays);
	}
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

/** The excess of a value in months together. */
function excessOf(
	{ series, usual }: Hypothesis,
	{ all, values }: CrossCounts
): (places: readonly number[]) => Excess {
	const byScope = new Map(values.map((one) => [scopeKey(one), one.cases]));
	const before = sumIn(all, usual.kept);
	const usualShare = (scope: ReviewScope): number => {
		const cases = byScope.get(scopeKey(scope));
		return cases && before > 0 ? sumIn(cases, usual.kept) / before : 0;
	};
	return (places) => {
		// Of a value without orders of its own in a month nothing is expected then.
		const known = places.filter((at) => series.amounts[at] !== null);
		if (known.length === 0) return { all: 0, of: () => 0, usualShare: () => 0 };
		const inPlaces = (cases: readonly number[]): number => sumIn(cases, known);
		// What it would be beside the others as they are: of a share the odds, since all cases hold its own too.
		const others = inPlaces(series.sizes) - inPlaces(all);
		const { mean: share } = meanOf(series.kind, usual.at(known).eta, 1);
		const mean = (others * share) / (1 - share);
		return {
			all: inPlaces(all) - mean,
			of: (scope) => inPlaces(byScope.get(scopeKey(scope)) ?? []) - mean * usualShare(scope),
			usualShare
		};
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
	places: readonly number[]
): Told['within'] {
	const count = sumIn(all, places);
	const apart = values.filter(
		({ dimension }) =>
			dimension !== scope.dimension &&
			!nested.some((pair) => pair.includes(dimension) && pair.includes(scope.dimension))
	);
	let best: { readonly within: NonNullable<Told['within']>; readonly z: number } | null = null;
	for (const { dimension, value, cases } of apart) {
		const share = beyond.usualShare({ dimension, value });
		const expected = count * Math.max(share, 0.5 / count);
		const own = sumIn(cases, places);
		const z = (own - expected) / Math.sqrt(expected * (1 - Math.min(share, 0.99)));
		const holds = beyond.of({ dimension, value }) >= mostOf * beyond.all;
		if (holds && z >= standsOut && z > (best?.z ?? 0))
			best = { within: { dimension, value, cases: own }, z };
	}
	return best?.within ?? null;
}

function sumIn(cases: readonly number[], places: readonly number[]): number {
	return sum(places.map((place) => cases[place] ?? 0));
}

export function scopeKey({ dimension, value }: ReviewScope): string {
	return `${dimension}\u0000${value}`;
}
