import { kendallTauB } from '#lib/statistics/association/kendall.ts';
import { pearson } from '#lib/statistics/association/pearson.ts';
import { simpson } from '#lib/statistics/association/simpson.ts';
import { spearman } from '#lib/statistics/association/spearman.ts';
import { pairTable, type PairTable } from '#lib/statistics/association/weighted-pairs.ts';
import { sideOfZero, type Interval } from '#lib/statistics/interval.ts';
import { quantileType7OfCounts } from '#lib/statistics/quantile.ts';

/** Waiting times and scores of rated cases, one entry a distinct pair, with the cases that have it. */
export interface WaitingCells {
	/** ≥ 0. */
	readonly minutes: readonly number[];
	/** 1–5. */
	readonly scores: readonly number[];
	readonly cases: readonly number[];
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
export function association(cells: WaitingCells | PairTable): Association {
	const table = asTable(cells);
	const { r, ...ofPearson } = pearson(table);
	const { rho, ...ofSpearman } = spearman(table);
	const { tau, ...ofKendall } = kendallTauB(table);
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

/** The cells grouped once, for what is worked out of all of them. */
export function asTable(cells: WaitingCells | PairTable): PairTable {
	return 'xRank' in cells
		? cells
		: pairTable({ x: cells.minutes, y: cells.scores, n: cells.cases });
}

/**
 * The same within each stratum. `strata` gives each cell's own, in the order of the cells; `table` is
 * theirs, where it is there already.
 */
export function associationWithin(
	cells: WaitingCells,
	strata: readonly (string | null)[],
	table: PairTable = asTable(cells)
): StratifiedAssociation {
	const groups = [...cellsByStratum(cells, strata)];
	const found = simpson(
		groups.map(([key, group]) => ({
			name: key ?? '',
			x: group.minutes,
			y: group.scores,
			n: group.cases
		})),
		undefined,
		table
	);
	return {
		strata: groups
			.map(([key, group], at) => {
				const { rho, interval, n } = found.strata[at]!;
				const [median] = quantileType7OfCounts(group.minutes, group.cases, [0.5]);
				const sum = group.scores.reduce((total, score, i) => total + score * group.cases[i]!, 0);
				return { key, rho, interval, n, medianMinutes: median ?? null, meanScore: sum / n };
			})
			.sort((a, b) => b.n - a.n),
		within: { value: found.weightedWithin, interval: found.withinInterval },
		withinCases: found.withinN,
		reversed: found.reversalWarning
	};
}

/**
 * What can be said of waiting time and score. `lower`: longer waits go with lower scores; `reversed`,
 * `masked` and `explained` compare what all cases together show with what strata show: the opposite,
 * nothing where strata show something, something where strata show nothing.
 */
export type AssociationVerdict =
	'too_few' | 'lower' | 'higher' | 'none' | 'reversed' | 'masked' | 'explained';

/** Fewer rated cases than this give no verdict, and no point in a small chart. */
export const fewestCases = 30;

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

/** Customary words for the size of a coefficient (after Cohen 1988: 0.1, 0.3, 0.5). */
export function strength(value: number): 'negligible' | 'weak' | 'medium' | 'strong' {
	const size = Math.abs(value);
	return size < 0.1 ? 'negligible' : size < 0.3 ? 'weak' : size < 0.5 ? 'medium' : 'strong';
}

function cellsByStratum(cells: WaitingCells, strata: readonly (string | null)[]) {
	const groups = new Map<string | null, { minutes: number[]; scores: number[]; cases: number[] }>();
	strata.forEach((key, at) => {
		let group = groups.get(key);
		if (!group) groups.set(key, (group = { minutes: [], scores: [], cases: [] }));
		group.minutes.push(cells.minutes[at]!);
		group.scores.push(cells.scores[at]!);
		group.cases.push(cells.cases[at]!);
	});
	return groups;
}
