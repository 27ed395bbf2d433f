import { meanOf, type ResponseKind } from '#lib/statistics/regression/penalised-regression.ts';
import { sum } from '#lib/statistics/sum.ts';

/**
 * Signed root of the deviance of a count, of a value its weighted difference: close to standard normal for
 * chance alone also where counts are small, unlike (y − μ)/√V. Source: McCullagh & Nelder (1989), § 2.4.3.
 */
export function signedRoot(kind: ResponseKind, amount: number, eta: number, size: number): number {
	const { mean } = meanOf(kind, eta, size);
	if (kind === 'normal') return (amount - eta) * Math.sqrt(size);
	const deviance =
		kind === 'poisson'
			? 2 * (term(amount, mean) - (amount - mean))
			: 2 * (term(amount, mean) + term(size - amount, size - mean));
	return Math.sign(amount - mean) * Math.sqrt(Math.max(0, deviance));
}

export interface Expectation {
	readonly kind: ResponseKind;
	readonly eta: number;
	readonly size: number;
	/** xᵀ(XᵀWX + P)⁻¹x of the expectation itself. */
	readonly leverage: number;
	readonly dispersion: number;
}

/**
 * How far a month lies off what was expected, in standard deviations of a month to come: chance, the scatter
 * of months, and how well the expectation itself is known. Counts without correction for continuity, which among
 * hundreds of counts would name far less than promised (simulated in `test/trials/month-noise.trial.ts`): as mid-p.
 */
export function scoreOf(amount: number, expected: Expectation): number {
	const { kind, eta, size, leverage, dispersion } = expected;
	const { weight } = meanOf(kind, eta, size);
	if (kind === 'normal') return (amount - eta) / Math.sqrt(dispersion * (1 / size + leverage));
	return signedRoot(kind, amount, eta, size) / Math.sqrt(dispersion * (1 + leverage * weight));
}

/** The amount that lies `score` off what is expected; of shares within 0 and the size. */
export function amountAt(score: number, expected: Expectation): number {
	const { kind, eta, size, leverage, dispersion } = expected;
	if (kind === 'normal') return eta + score * Math.sqrt(dispersion * (1 / size + leverage));
	const { mean, weight } = meanOf(kind, eta, size);
	const wide = Math.sqrt(dispersion * (1 + leverage * weight));
	let [near, far] = [mean, score < 0 ? 0 : kind === 'binomial' ? size : mean + 1];
	const reached = (amount: number): number => Math.abs(signedRoot(kind, amount, eta, size)) / wide;
	if (score > 0 && kind === 'poisson') while (reached(far) < score) far = mean + 2 * (far - mean);
	if (reached(far) <= Math.abs(score)) return far;
	for (let step = 0; step < 60; step++) {
		const between = (near + far) / 2;
		if (reached(between) < Math.abs(score)) near = between;
		else far = between;
	}
	return (near + far) / 2;
}

/** Linear predictor of what is expected of several months together. */
export function etaOfSum(
	kind: ResponseKind,
	months: readonly { readonly eta: number; readonly size: number }[]
): number {
	if (months.length === 1) return months[0]!.eta;
	const size = sum(months.map((one) => one.size));
	const share = sum(
		months.map(
			(one) => (meanOf(kind, one.eta, one.size).mean * (kind === 'normal' ? one.size : 1)) / size
		)
	);
	return kind === 'normal' ? share : Math.log(kind === 'poisson' ? share : share / (1 - share));
}

function term(seen: number, expected: number): number {
	return seen > 0 ? seen * Math.log(seen / expected) : 0;
}
