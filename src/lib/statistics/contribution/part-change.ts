import { twoSidedNormalPValue } from '../distributions/normal.ts';

/** What is known of a group of cases: how many, and sum and sum of squares of the value measured. */
export interface Moments {
	readonly cases: number;
	readonly total: number;
	readonly squares: number;
}

/** The same of two samples. */
export interface TwoMoments {
	readonly now: Moments;
	readonly before: Moments;
}

/** Orders or days behind each sample. */
export interface Exposures {
	readonly now: number;
	readonly before: number;
}

export interface PartChange {
	/** What the part adds to the difference of the whole (now − before), in the unit of the whole. */
	readonly contribution: number;
	/** Of the contribution, widened by the dispersion; null where it cannot be told. */
	readonly standardError: number | null;
	/** Distance from no change in standard errors as they would be without any change. */
	readonly z: number | null;
}

/**
 * What a part adds to the change of a flow (complaints or their cost by orders or days). The parts of a
 * whole add up to its difference. With every value 1 the cases are a count and z is the signed root of
 * the conditional binomial deviance, which keeps its tails where one sample is far smaller; otherwise a
 * score test with the pooled second moment (a compound Poisson sum).
 * Sources: McCullagh & Nelder (1989), ch. 6 and 9 (quasi-likelihood, dispersion).
 */
export function flowChange(part: TwoMoments, exposure: Exposures, dispersion: number): PartChange {
	const { now, before } = part;
	const contribution = now.total / exposure.now - before.total / exposure.before;
	const variance = now.squares / exposure.now ** 2 + before.squares / exposure.before ** 2;
	const isCount = now.squares === now.cases && before.squares === before.cases;
	const pooled =
		((now.squares + before.squares) / (exposure.now + exposure.before)) *
		(1 / exposure.now + 1 / exposure.before);
	const z = isCount
		? Math.sign(contribution) * Math.sqrt(countDeviance(now.cases, before.cases, exposure))
		: contribution / Math.sqrt(pooled);
	return changeOf(contribution, variance, z, dispersion);
}

/**
 * What a part adds to the change of a mean or share: w₁(r₁ − r̄) − w₀(r₀ − r̄), its rate effect and its
 * centred mix effect in Kitagawa's sense, with w its share of the cases and r̄ halfway between the two
 * totals. The parts of a whole add up to its difference.
 */
export function meanChange(part: TwoMoments, whole: TwoMoments, dispersion: number): PartChange {
	const middle = (whole.now.total / whole.now.cases + whole.before.total / whole.before.cases) / 2;
	const now = centred(part.now, whole.now.cases, middle);
	const before = centred(part.before, whole.before.cases, middle);
	const [n1, n0] = [whole.now.cases, whole.before.cases];
	const variance = (now.square - now.mean ** 2) / n1 + (before.square - before.mean ** 2) / n0;
	const mean = (now.mean * n1 + before.mean * n0) / (n1 + n0);
	const square = (now.square * n1 + before.square * n0) / (n1 + n0);
	const contribution = now.mean - before.mean;
	const pooled = (square - mean ** 2) * (1 / n1 + 1 / n0);
	return changeOf(contribution, variance, contribution / Math.sqrt(pooled), dispersion);
}

/**
 * Whether a part of a flow changed otherwise than its whole: the change of its share of the whole, in
 * standard errors; null where the part is all of the whole or nothing of it.
 */
export function flowBeyond(part: TwoMoments, whole: TwoMoments, dispersion: number): number | null {
	const all = (of: (moments: TwoMoments) => number) => of(part) / of(whole);
	const share = all(({ now, before }) => now.total + before.total);
	const squares = all(({ now, before }) => now.squares + before.squares);
	// Were the share the same in both samples, each would have this variance.
	const spread = squares * (1 - share) ** 2 + (1 - squares) * share ** 2;
	const variance = ({ total, squares: own }: Moments) => (spread * own) / total ** 2;
	const difference = part.now.total / whole.now.total - part.before.total / whole.before.total;
	return finite(
		difference / Math.sqrt((variance(whole.now) + variance(whole.before)) * dispersion)
	);
}

/**
 * Whether a part of a mean changed otherwise than its whole: the change of w(r − R), with R the whole's
 * mean in the same sample, in standard errors. Zero where everything moved alike and nothing shifted.
 */
export function meanBeyond(part: TwoMoments, whole: TwoMoments, dispersion: number): number | null {
	const one = (p: Moments, w: Moments) => {
		const mean = w.total / w.cases;
		const share = p.cases / w.cases;
		const around = ({ cases, total, squares }: Moments) =>
			squares - 2 * mean * total + mean ** 2 * cases;
		const inside = around(p);
		const value = (p.total - mean * p.cases) / w.cases;
		const square = ((1 - share) ** 2 * inside + share ** 2 * (around(w) - inside)) / w.cases;
		return { value, variance: (square - value ** 2) / w.cases };
	};
	const [now, before] = [one(part.now, whole.now), one(part.before, whole.before)];
	return finite(
		(now.value - before.value) / Math.sqrt((now.variance + before.variance) * dispersion)
	);
}

/** Two-sided p of a distance; 1 where there is none. */
export function changePValue(z: number | null): number {
	return z === null ? 1 : twoSidedNormalPValue(z);
}

function centred({ cases, total, squares }: Moments, whole: number, middle: number) {
	return {
		mean: (total - middle * cases) / whole,
		square: (squares - 2 * middle * total + middle ** 2 * cases) / whole
	};
}

function countDeviance(now: number, before: number, exposure: Exposures): number {
	const share = exposure.now / (exposure.now + exposure.before);
	const all = now + before;
	const term = (seen: number, expected: number) =>
		seen === 0 ? 0 : seen * Math.log(seen / expected);
	return Math.max(0, 2 * (term(now, all * share) + term(before, all * (1 - share))));
}

function changeOf(contribution: number, variance: number, z: number, dispersion: number) {
	return {
		contribution,
		standardError: finite(Math.sqrt(variance * dispersion)),
		z: finite(z / Math.sqrt(dispersion))
	};
}

function finite(value: number): number | null {
	return Number.isFinite(value) ? value : null;
}
