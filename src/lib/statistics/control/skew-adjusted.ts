import { betaDistribution, betaQuantile } from '../distributions/beta.ts';
import { mean, sum } from '../sum.ts';
import { rates, ratios, shares, type AttributeKind, type CountedSeries } from './attributes.ts';
import { controlChart, type PointLimits } from './chart.ts';
import { phaseSigmaZ, type LaneyOptions } from './laney.ts';
import { meanRange, movingRanges } from './moving-range.ts';
import { phasesOf, type Phase } from './phases.ts';
import type { ScoredChart } from './scored.ts';

/**
 * u′ chart with limits that allow for skewness. Counts that scatter more than chance are skewed to the
 * right, and symmetric limits then flag up to twice as often above as they promise. Points are judged on
 * the scale y = ((r/ū)^λ − 1)/λ · √(n·ū), on which counts with that scatter are symmetric to third
 * order: for gamma-mixed Poisson counts λ = 1/3 + 1/(3σz²), which is 2/3 for plain Poisson counts
 * (Anscombe 1953) and 1/3 for gamma ones (Wilson & Hilferty 1931). Centre and limits are brought back.
 * The false-alarm rate is simulated in `test/trials/false-alarms.trial.ts`.
 * @param options.lostFreedom parameters estimated besides the centre (a season); widens σ accordingly
 */
export function skewAdjustedUChart(
	series: CountedSeries,
	options: SkewAdjustedOptions = {}
): ScoredChart {
	return adjustedChart(rates, symmetricRates, series, options);
}

/**
 * p′ chart with limits that allow for skewness, which shares near 0 or 1 have as counts do. The same
 * reasoning for beta-mixed binomial counts, whose variance goes with V = p(1 − p): symmetric to third order
 * is the integral of V^−e with e = (2 − 1/σz²)/3, an incomplete beta function with both shapes 1 − e. Near
 * 0 it becomes the power of the u′ chart; at 1/2 it changes next to nothing.
 * @param options.lostFreedom as of `skewAdjustedUChart`
 */
export function skewAdjustedPChart(
	series: CountedSeries,
	options: SkewAdjustedOptions = {}
): ScoredChart {
	return adjustedChart(shares, symmetricShares, series, options);
}

type SkewAdjustedOptions = LaneyOptions & { readonly lostFreedom?: number };

/** A scale on which the rates or shares of a phase are symmetric, and the way back. */
interface Scale {
	readonly to: (ratio: number) => number;
	readonly from: (height: number) => number;
}
type ScaleOf = (usual: number, sigmaZ: number) => Scale;

/** How the excess over chance bends the scale: 1/3 for chance alone, 2/3 where it is next to nothing. */
const exponent = (sigmaZ: number): number => (2 - 1 / Math.max(1, sigmaZ ** 2)) / 3;

const symmetricRates: ScaleOf = (usual, sigmaZ) => {
	const power = 1 - exponent(sigmaZ);
	return {
		to: (ratio) => (((ratio / usual) ** power - 1) / power) * Math.sqrt(usual),
		from: (height) => {
			const base = 1 + (power * height) / Math.sqrt(usual);
			return base <= 0 ? 0 : usual * base ** (1 / power);
		}
	};
};

const symmetricShares: ScaleOf = (usual, sigmaZ) => {
	const shape = 1 - exponent(sigmaZ);
	const within = (share: number): number => Math.min(1, Math.max(0, share));
	const middle = betaDistribution(usual, shape, shape);
	return {
		// A season taken out can leave less than none.
		to: (ratio) => betaDistribution(within(ratio), shape, shape) - middle,
		from: (height) => betaQuantile(within(height + middle), shape, shape)
	};
};

function adjustedChart(
	kind: AttributeKind,
	scaleOf: ScaleOf,
	series: CountedSeries,
	options: SkewAdjustedOptions
): ScoredChart {
	const phases = phasesOf(series.counts.length, options).map((phase) =>
		adjustedPhase(kind, scaleOf, series, phase, options)
	);
	const limits = phases.flatMap(({ points }) => points);
	return {
		...controlChart(ratios(series), limits, options.multiplier),
		scores: phases.flatMap(({ scores }) => scores),
		sigma: phases.map(({ sigma }) => sigma)
	};
}

function adjustedPhase(
	kind: AttributeKind,
	scaleOf: ScaleOf,
	series: CountedSeries,
	phase: Phase,
	options: SkewAdjustedOptions
): { points: PointLimits[]; scores: (number | null)[]; sigma: number | null } {
	const { counts, denominators } = series;
	const known = phase.basis.filter((index) => denominators[index]! > 0);
	const usual = sum(known.map((i) => counts[i]!)) / sum(known.map((i) => denominators[i]!));
	const sigmaZ = phaseSigmaZ(kind, series, phase, options);
	const nothing = {
		points: phase.indexes.map(() => ({ center: null, lower: null, upper: null })),
		scores: phase.indexes.map(() => null),
		sigma: null
	};
	if (!(usual > 0 && usual < kind.ceiling) || sigmaZ === null) return nothing;
	const scale = scaleOf(usual, sigmaZ);
	const height = (index: number): number =>
		scale.to(counts[index]! / denominators[index]!) * Math.sqrt(denominators[index]!);
	const used = known.map(height);
	const center = mean(used);
	const range = meanRange(movingRanges(used), options.screenMovingRanges);
	if (range === null) return nothing;
	const lost = options.lostFreedom ?? 0;
	const widening = lost > 0 && used.length > lost + 1 ? used.length / (used.length - lost) : 1;
	const sigma = (range / (options.d2 ?? 1.128)) * Math.sqrt(widening);
	const back = (y: number, index: number): number =>
		scale.from(y / Math.sqrt(denominators[index]!));
	return {
		points: phase.indexes.map((index) =>
			denominators[index]! > 0
				? {
						center: back(center, index),
						lower: back(center - 3 * sigma, index),
						upper: back(center + 3 * sigma, index)
					}
				: { center: null, lower: null, upper: null }
		),
		scores: phase.indexes.map((index) =>
			denominators[index]! > 0 && sigma > 0 ? (height(index) - center) / sigma : null
		),
		sigma: sigmaZ
	};
}
