import { twoSidedTPValue } from '#lib/statistics/distributions/student-t.ts';
import { sum } from '#lib/statistics/sum.ts';
import { falseDiscoveryRate, weightOf } from './error-share.ts';
import { scoreOf, type Expectation } from './score.ts';
import {
	isProblemShare,
	usable,
	type ReviewMonth,
	type ReviewSeries,
	type SeasonColumns
} from './series.ts';
import { usualBefore, type Usual } from './usual.ts';

/** A series in the month reviewed, held against what the months before make one expect. */
export interface Hypothesis {
	readonly series: ReviewSeries;
	/** Months judged together: the one reviewed, or it and the one before. */
	readonly places: readonly number[];
	/** What a p is multiplied by for the ways in which the series was judged. */
	readonly ways: number;
	/** The p up to which it is told where nothing else is. */
	readonly limit: number;
	readonly usual: Usual;
	readonly dispersion: number;
	readonly freedom: number;
	/** Sigmas off what is expected, and its two-sided p, corrected for the ways. */
	readonly score: number;
	readonly pValue: number;
	/** The same as if the time of year made no difference. */
	readonly levelScore: number;
	readonly levelPValue: number;
	/** Of two months: the one reviewed by itself. */
	readonly alone?: Hypothesis;
}

/** So many degrees of freedom at most of what the other series of a kind tell go into the dispersion of one. */
const mostShared = 200;

/**
 * One hypothesis a series: that its month is as usual. The dispersion of each is drawn towards what the series
 * of its kind and dimension have together, so that few months of one value do not pass for certainty.
 */
export function hypotheses(
	all: readonly ReviewSeries[],
	months: readonly ReviewMonth[],
	columns: SeasonColumns,
	place: number
): readonly Hypothesis[] {
	const known = all.flatMap((series) => {
		if (!usable(series, months).includes(place)) return [];
		const usual = usualBefore(series, months, columns, place);
		return usual ? [{ series, usual }] : [];
	});
	const groups = Map.groupBy(known, ({ series: { measure, scope } }) =>
		measure === 'share' ? `share ${scope?.dimension}` : measure
	);
	const weights = sum(known.map(({ series }) => weightOf(series)));
	return [...groups.values()].flatMap((group) => {
		const shared = sharedDispersion(group);
		const all = group.reduce((sum, { usual }) => sum + usual.freedom, 0);
		return group.map(({ series, usual }): Hypothesis => {
			const prior = Math.min(mostShared, all - usual.freedom);
			const freedom = prior + usual.freedom;
			const dispersion = Math.max(
				series.leastDispersion,
				(prior * shared(usual) + usual.scatter) / freedom
			);
			const limit = (falseDiscoveryRate * weightOf(series)) / weights;
			return judgedBothWays({ series, limit, usual, dispersion, freedom }, months, columns, place);
		});
	});
}

/** One over the part of the error that each way of judging may use: 2/3 and 1/3. */
const [waysAlone, waysTogether] = [1.5, 3];
/** Sigmas the month lies off by itself, the same way, for the one before to be taken with it. */
const goesOn = 2;

type Made = Omit<Hypothesis, 'score' | 'pValue' | 'levelScore' | 'levelPValue' | 'alone'>;

/** The same hypothesis as it was when an earlier month was reviewed; null where it was not judged then. */
export function judgedIn(
	hypothesis: Hypothesis,
	months: readonly ReviewMonth[],
	columns: SeasonColumns,
	place: number
): Hypothesis | null {
	const usual = usualBefore(hypothesis.series, months, columns, place);
	return usual && judgedBothWays({ ...hypothesis, usual }, months, columns, place);
}

/**
 * The share of a problem is judged in two ways, by its month alone and together with the month before, as what
 * is lost or gained of a problem with few cases shows in neither month alone. The p of each is multiplied so
 * that both together err no more often than one (Bonferroni with weights). Months are taken as independent. What
 * is told of a month by itself, now or when the month before was reviewed, is not told of both together.
 */
function judgedBothWays(
	made: Omit<Made, 'places' | 'ways'>,
	months: readonly ReviewMonth[],
	columns: SeasonColumns,
	place: number
): Hypothesis {
	const { series } = made;
	const hasTwo = isProblemShare(series) && usable(series, months).includes(place - 1);
	const alone = judged({ ...made, places: [place], ways: hasTwo ? waysAlone : 1 });
	if (!hasTwo || Math.abs(alone.score) < goesOn || alone.pValue <= made.limit) return alone;
	const usual = usualBefore(series, months, columns, place - 1);
	if (!usual) return alone;
	const first = judged({ ...made, usual, places: [place - 1], ways: waysAlone });
	if (first.score * alone.score <= 0 || first.pValue <= made.limit) return alone;
	const both = judged({ ...made, usual, places: [place - 1, place], ways: waysTogether });
	return both.pValue < alone.pValue ? { ...both, alone } : alone;
}

function judged(made: Made): Hypothesis {
	return { ...made, ...judgedAs(made, sumsOf(made, made.places)) };
}

/** What a series counts in months together. */
export function sumsOf(
	{ series }: Pick<Hypothesis, 'series'>,
	places: readonly number[]
): { readonly amount: number; readonly size: number } {
	return {
		amount: sum(places.map((place) => series.amounts[place]!)),
		size: sum(places.map((place) => series.sizes[place]!))
	};
}

/** Score and p of a hypothesis, of its own numbers or of others in their place. */
export function judgedAs(
	made: Made,
	{ amount, size }: { readonly amount: number; readonly size: number }
): Pick<Hypothesis, 'score' | 'pValue' | 'levelScore' | 'levelPValue'> {
	const { level, levelLeverage } = made.usual.at(made.places);
	const expected = { ...expectationAt(made, made.places), size };
	const score = scoreOf(amount, expected);
	const levelScore = scoreOf(amount, { ...expected, eta: level, leverage: levelLeverage });
	const pOf = (off: number): number => Math.min(1, made.ways * twoSidedTPValue(off, made.freedom));
	return {
		score,
		pValue: pOf(score),
		levelScore,
		levelPValue: pOf(levelScore)
	};
}

/** What a hypothesis expects of months together. */
export function expectationAt(
	{ series, usual, dispersion }: Pick<Hypothesis, 'series' | 'usual' | 'dispersion'>,
	places: readonly number[]
): Expectation {
	const { eta, leverage } = usual.at(places);
	return { kind: series.kind, eta, size: sumsOf({ series }, places).size, leverage, dispersion };
}

/**
 * Dispersion of a series as the others tell it: counts and values scatter by chance and by what differs from
 * month to month, which weighs more the more cases there are: a + b × mean weight, by weighted least squares
 * (of counts a is 1, their weight their variance by chance).
 */
function sharedDispersion(
	group: readonly { readonly series: ReviewSeries; readonly usual: Usual }[]
): (usual: Usual) => number {
	const given = group[0]?.series.kind === 'normal' ? null : 1;
	let [chance, months] = [given ?? averageScatter(group), 0];
	for (let round = 0; round < 4; round++) {
		let [w, wx, wxx, wy, wxy] = [0, 0, 0, 0, 0];
		for (const { usual } of group) {
			const x = usual.meanWeight;
			const weight = usual.freedom / (chance + months * x) ** 2;
			const y = usual.scatter / usual.freedom - (given ?? 0);
			w += weight;
			wx += weight * x;
			wxx += weight * x * x;
			wy += weight * y;
			wxy += weight * x * y;
		}
		const determinant = w * wxx - wx ** 2;
		if (given === null && determinant > 1e-9 * w * wxx)
			chance = Math.max((wy * wxx - wxy * wx) / determinant, 0.1 * chance);
		months = Math.max(0, (wxy - (given === null ? chance * wx : 0)) / wxx);
	}
	return ({ meanWeight }) => chance + months * meanWeight;
}

function averageScatter(group: readonly { readonly usual: Usual }[]): number {
	const sum = (of: (usual: Usual) => number): number =>
		group.reduce((total, { usual }) => total + of(usual), 0);
	return sum(({ scatter }) => scatter) / sum(({ freedom }) => freedom);
}
