import { correlationsOfGroups } from '#lib/statistics/association/group-moments.ts';
import { kendallTauBOf, tieSums } from '#lib/statistics/association/kendall.ts';
import { pearsonOf } from '#lib/statistics/association/pearson.ts';
import { stratifiedCorrelation } from '#lib/statistics/association/simpson.ts';
import { spearmanOf } from '#lib/statistics/association/spearman.ts';
import { sideOfZero, type Interval } from '#lib/statistics/interval.ts';
import { fewestCases } from './association-strength.ts';

/** Waits of the rated cases with one score, as `queries/satisfaction/ranks.sql` adds them up. */
export interface WaitsOfScore {
	/** 1–5. */
	readonly score: number;
	readonly cases: number;
	readonly minutes_least: number;
	readonly minutes_most: number;
	readonly minutes_median: number;
	readonly minutes_mean: number;
	readonly minutes_squares: number;
	readonly rank_sum: number;
	readonly rank_square_sum: number;
}

/** What Kendall's τ-b needs of waits, as `queries/satisfaction/concordance.sql` counts it. */
export interface Concordance {
	readonly concordance: number;
	readonly tied_pairs: number;
	readonly tied_linear: number;
	readonly tied_triples: number;
}

/** A coefficient from −1 to 1; null where it is not defined. Interval 95 %. */
export interface Coefficient {
	readonly value: number | null;
	readonly pValue: number | null;
	readonly interval: Interval | null;
	/** Rated cases it rests on. */
	readonly n: number;
}

export interface Association {
	readonly pearson: Coefficient;
	readonly spearman: Coefficient;
	readonly kendall: Coefficient;
}

/** How waiting time and score are associated over all cases: Pearson's r, Spearman's ρ (mid-ranks), Kendall's τ-b. */
export function association(scores: readonly WaitsOfScore[], agreed: Concordance): Association {
	const found = correlations(scores);
	const { r, ...ofPearson } = pearsonOf(found.r, found.n);
	const { rho, ...ofSpearman } = spearmanOf(found.rho, found.n);
	const { tau, ...ofKendall } = kendallTauBOf({
		n: found.n,
		concordance: agreed.concordance,
		x: { pairs: agreed.tied_pairs, linear: agreed.tied_linear, triples: agreed.tied_triples },
		y: tieSums(scores.map(({ cases }) => cases))
	});
	return {
		pearson: { value: r, ...ofPearson },
		spearman: { value: rho, ...ofSpearman },
		kendall: { value: tau, ...ofKendall }
	};
}

export interface StratumAssociation {
	/** Null is the blank group. */
	readonly key: string | null;
	readonly rho: number | null;
	readonly interval: Interval | null;
	readonly n: number;
	readonly medianMinutes: number | null;
	readonly meanScore: number;
}

export interface StratifiedAssociation {
	/** Most cases first. */
	readonly strata: readonly StratumAssociation[];
	/** Spearman's ρ within strata, weighted by their cases. */
	readonly within: { readonly value: number | null; readonly interval: Interval | null };
	/** Rated cases of the strata that have a ρ. */
	readonly withinCases: number;
	/** Both intervals exclude zero on opposite sides: the only reversal worth a warning. */
	readonly reversed: boolean;
}

/** Median wait of a stratum, as `queries/satisfaction/medians.sql` finds it. */
export interface StratumMedian {
	readonly stratum: string | null;
	readonly minutes_median: number;
}

/** The same within each stratum, against Spearman's ρ of all cases. */
export function associationWithin(
	pooled: Coefficient,
	rows: readonly (WaitsOfScore & { readonly stratum: string | null })[],
	medians: readonly StratumMedian[]
): StratifiedAssociation {
	const groups = [...Map.groupBy(rows, ({ stratum }) => stratum)];
	const medianOf = new Map(medians.map((each) => [each.stratum, each.minutes_median]));
	const found = stratifiedCorrelation(
		{ rho: pooled.value, n: pooled.n, interval: pooled.interval },
		groups.map(([key, scores]) => {
			const { rho, n } = correlations(scores);
			return { name: key ?? '', ...spearmanOf(rho, n) };
		})
	);
	return {
		strata: groups
			.map(([key, scores], at) => {
				const { rho, interval, n } = found.strata[at]!;
				const sum = scores.reduce((total, { score, cases }) => total + score * cases, 0);
				return {
					key,
					rho,
					interval,
					n,
					medianMinutes: medianOf.get(key) ?? null,
					meanScore: sum / n
				};
			})
			.sort((a, b) => b.n - a.n),
		within: { value: found.weightedWithin, interval: found.withinInterval },
		withinCases: found.withinN,
		reversed: found.reversalWarning
	};
}

function correlations(scores: readonly WaitsOfScore[]) {
	return correlationsOfGroups(
		scores.map((row) => ({
			y: row.score,
			n: row.cases,
			least: row.minutes_least,
			most: row.minutes_most,
			mean: row.minutes_mean,
			squares: row.minutes_squares,
			rankSum: row.rank_sum,
			rankSquareSum: row.rank_square_sum
		}))
	);
}

/**
 * What can be said of waiting time and score. `lower`: longer waits go with lower scores; `reversed`,
 * `masked` and `explained` compare what all cases together show with what strata show: the opposite,
 * nothing where strata show something, something where strata show nothing.
 */
export type AssociationVerdict =
	'too_few' | 'lower' | 'higher' | 'none' | 'reversed' | 'masked' | 'explained';

export function associationVerdict(
	pooled: Coefficient,
	stratified: StratifiedAssociation | null
): AssociationVerdict {
	if (pooled.n < fewestCases) return 'too_few';
	const side = sideOfZero(pooled.interval);
	if (stratified && stratified.strata.length > 1 && stratified.within.interval) {
		const within = sideOfZero(stratified.within.interval);
		if (stratified.reversed) return 'reversed';
		if (side === 0 && within !== 0) return 'masked';
		if (side !== 0 && within === 0) return 'explained';
	}
	return side < 0 ? 'lower' : side > 0 ? 'higher' : 'none';
}
