import { sideOfZero } from '../interval.ts';
import type { Interval } from '../interval.ts';
import { fisherInterval } from './fisher-interval.ts';
import { spearman, spearmanVariance } from './spearman.ts';
import type { WeightedPairs } from './weighted-pairs.ts';

/** Rows or counted pairs of one stratum, for instance of one category. */
export interface Stratum extends WeightedPairs {
	readonly name: string;
}

export interface StratumCorrelation {
	readonly name: string;
	readonly rho: number | null;
	readonly n: number;
	readonly interval: Interval | null;
}

export interface StratifiedCorrelation {
	/** Spearman's ρ of all rows together, those of strata without a ρ included */
	readonly pooled: number | null;
	readonly pooledInterval: Interval | null;
	readonly n: number;
	/** ρ by name; null where a stratum has fewer than three cases or a constant variable */
	readonly perStratum: Readonly<Record<string, number | null>>;
	readonly strata: readonly StratumCorrelation[];
	/** Σ nρ / Σ n over the strata that have a ρ; null when none has */
	readonly weightedWithin: number | null;
	readonly withinInterval: Interval | null;
	readonly withinN: number;
	/** pooled × weightedWithin < 0: the signs alone, chance not considered */
	readonly signReversal: boolean;
	/** both intervals exclude zero, on opposite sides: the only reversal worth a warning */
	readonly reversalWarning: boolean;
}

/**
 * Spearman's ρ pooled, by stratum, and within strata, to see whether the pooled correlation speaks
 * of the cases or only of the mix of strata (Simpson's paradox).
 */
export function simpson(strata: readonly Stratum[], confidence = 0.95): StratifiedCorrelation {
	return stratifiedCorrelation(
		spearman(concatenated(strata), confidence),
		strata.map((stratum) => ({ name: stratum.name, ...spearman(stratum, confidence) })),
		confidence
	);
}

/** The same from Spearman's ρ of all rows and of each stratum, with their intervals. */
export function stratifiedCorrelation(
	pooled: Omit<StratumCorrelation, 'name'>,
	strata: readonly StratumCorrelation[],
	confidence = 0.95
): StratifiedCorrelation {
	const each = strata.map(({ name, rho, n, interval }) => ({
		name,
		rho: n < 3 ? null : rho,
		n,
		interval
	}));
	const within = withinStrata(each, confidence);
	const sides = sideOfZero(pooled.interval) * sideOfZero(within.interval);
	return {
		pooled: pooled.rho,
		pooledInterval: pooled.interval,
		n: pooled.n,
		perStratum: Object.fromEntries(each.map(({ name, rho }) => [name, rho])),
		strata: each,
		weightedWithin: within.rho,
		withinInterval: within.interval,
		withinN: within.n,
		signReversal: (pooled.rho ?? 0) * (within.rho ?? 0) < 0,
		reversalWarning: sides < 0
	};
}

/**
 * The interval treats the strata as independent samples of one common ρ: each has the Bonett–Wright
 * variance at that ρ (carried to the ρ scale), and 1, the most a correlation can have, where fewer
 * than four cases give none. A common ρ rather than each stratum's own keeps tiny strata with ρ = ±1
 * from pretending to be certain.
 */
function withinStrata(each: readonly StratumCorrelation[], confidence: number) {
	let [n, weighted] = [0, 0];
	for (const stratum of each) {
		if (stratum.rho === null) continue;
		n += stratum.n;
		weighted += stratum.n * stratum.rho;
	}
	if (n === 0) return { rho: null, n, interval: null };
	const rho = weighted / n;
	const slope = 1 - rho * rho;
	let variance = 0;
	for (const stratum of each) {
		if (stratum.rho === null) continue;
		const own = stratum.n > 3 ? slope * slope * spearmanVariance(rho, stratum.n) : 1;
		variance += (stratum.n / n) ** 2 * Math.min(1, own);
	}
	return { rho, n, interval: fisherInterval(rho, variance / (slope * slope), confidence) };
}

function concatenated(strata: readonly Stratum[]): WeightedPairs {
	const length = strata.reduce((sum, { x }) => sum + x.length, 0);
	const [x, y, n] = [0, 1, 2].map(() => new Float64Array(length)) as [
		Float64Array,
		Float64Array,
		Float64Array
	];
	let offset = 0;
	for (const stratum of strata) {
		x.set(Float64Array.from(stratum.x), offset);
		y.set(Float64Array.from(stratum.y), offset);
		n.set(
			stratum.n ? Float64Array.from(stratum.n) : new Float64Array(stratum.x.length).fill(1),
			offset
		);
		offset += stratum.x.length;
	}
	return { x, y, n };
}
