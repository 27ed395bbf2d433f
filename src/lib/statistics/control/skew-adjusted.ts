import { mean, sum } from '../sum.ts';
import { rates, ratios, type CountedSeries } from './attributes.ts';
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
	options: LaneyOptions & { readonly lostFreedom?: number } = {}
): ScoredChart {
	const phases = phasesOf(series.counts.length, options).map((phase) =>
		adjustedPhase(series, phase, options)
	);
	const limits = phases.flatMap(({ points }) => points);
	return {
		...controlChart(ratios(series), limits, options.multiplier),
		scores: phases.flatMap(({ scores }) => scores),
		sigma: phases.map(({ sigma }) => sigma)
	};
}

function adjustedPhase(
	series: CountedSeries,
	phase: Phase,
	options: LaneyOptions & { readonly lostFreedom?: number }
): { points: PointLimits[]; scores: (number | null)[]; sigma: number | null } {
	const { counts, denominators } = series;
	const known = phase.basis.filter((index) => denominators[index]! > 0);
	const usual = sum(known.map((i) => counts[i]!)) / sum(known.map((i) => denominators[i]!));
	const sigmaZ = phaseSigmaZ(rates, series, phase, options);
	const nothing = {
		points: phase.indexes.map(() => ({ center: null, lower: null, upper: null })),
		scores: phase.indexes.map(() => null),
		sigma: null
	};
	if (!(usual > 0) || sigmaZ === null) return nothing;
	const power = 1 / 3 + 1 / (3 * Math.max(1, sigmaZ ** 2));
	const height = (index: number): number => {
		const expected = denominators[index]! * usual;
		const ratio = counts[index]! / expected;
		return ((ratio ** power - 1) / power) * Math.sqrt(expected);
	};
	const used = known.map(height);
	const center = mean(used);
	const range = meanRange(movingRanges(used), options.screenMovingRanges);
	if (range === null) return nothing;
	const lost = options.lostFreedom ?? 0;
	const widening = lost > 0 && used.length > lost + 1 ? used.length / (used.length - lost) : 1;
	const sigma = (range / (options.d2 ?? 1.128)) * Math.sqrt(widening);
	const back = (y: number, index: number): number => {
		const base = 1 + (power * y) / Math.sqrt(denominators[index]! * usual);
		return base <= 0 ? 0 : usual * base ** (1 / power);
	};
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
