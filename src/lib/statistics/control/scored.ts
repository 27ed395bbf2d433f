import {
	attributeLimits,
	phaseCenter,
	rates,
	ratios,
	shares,
	type AttributeKind,
	type CountedSeries
} from './attributes.ts';
import { controlChart, type ControlChart } from './chart.ts';
import { individualLimits } from './individuals.ts';
import { phaseSigmaZ, type LaneyOptions } from './laney.ts';
import { phasesOf, type PhaseOptions } from './phases.ts';

/**
 * A chart with the score of every point: how many of its own sigmas it lies off its centre. Rules for
 * runs are judged on scores, since limits of rates and shares differ from point to point.
 */
export interface ScoredChart extends ControlChart {
	/** null where the point has no value or the chart no scatter */
	readonly scores: readonly (number | null)[];
	/** one a phase: σz of rates and shares, the sigma of one value of individuals */
	readonly sigma: readonly (number | null)[];
}

interface ScoredOptions extends LaneyOptions {
	/** widen by σz (Laney); else the plain chart of Poisson or binomial counts */
	readonly overdispersed: boolean;
	/** parameters estimated besides the centre (a season); widens σz accordingly */
	readonly lostFreedom?: number;
}

/** p or p′ chart with scores. */
export function scoredShares(series: CountedSeries, options: ScoredOptions): ScoredChart {
	return scoredAttributes(shares, series, options);
}

/** u or u′ chart with scores; symmetric limits, see `skewAdjustedUChart` for those judged by default. */
export function scoredRates(series: CountedSeries, options: ScoredOptions): ScoredChart {
	return scoredAttributes(rates, series, options);
}

function scoredAttributes(
	kind: AttributeKind,
	series: CountedSeries,
	options: ScoredOptions
): ScoredChart {
	const { denominators } = series;
	const values = ratios(series);
	const phases = phasesOf(values.length, options).map((phase) => {
		const center = phaseCenter(series, phase);
		const lost = options.lostFreedom ?? 0;
		const n = phase.basis.length;
		const widening = lost > 0 && n > lost + 1 ? Math.sqrt(n / (n - lost)) : 1;
		const found = phaseSigmaZ(kind, series, phase, options);
		const sigma = options.overdispersed ? found && found * widening : 1;
		const width = sigma === null ? null : 3 * sigma;
		const points = attributeLimits(kind, series, phase, () => width);
		const scores = phase.indexes.map((index) => {
			const value = values[index] ?? null;
			if (value === null || center === null || !sigma) return null;
			const one = sigma * Math.sqrt(kind.unitVariance(center) / denominators[index]!);
			return one > 0 ? (value - center) / one : null;
		});
		return { points, scores, sigma: found };
	});
	return {
		...controlChart(
			values,
			phases.flatMap(({ points }) => points),
			options.multiplier
		),
		scores: phases.flatMap(({ scores }) => scores),
		sigma: phases.map(({ sigma }) => sigma)
	};
}

/**
 * Mean moving range of independent normal values when ranges of 3.267 means or more are left out, over that
 * of all: ranges are |N(0, 2σ²)|, so what is left out is P(|Z| ≥ 3.267 · 1.128/√2) of them, and
 * √2 · 2φ(2.607)σ of their mean. Without it screened limits are too narrow and flag a quarter too often.
 */
const screenedShare = 0.9755;

/**
 * XmR chart with scores: limits mean ± 2.66 mean moving ranges, a score of 3 at the limit. Where large
 * ranges are screened out, the mean of the rest is divided by what is expected to remain of it.
 */
export function scoredIndividuals(
	values: readonly number[],
	options: PhaseOptions & { readonly lostFreedom?: number } = {}
): ScoredChart {
	const lost = options.lostFreedom ?? 0;
	const n = values.length;
	const widening = lost > 0 && n > lost + 1 ? Math.sqrt(n / (n - lost)) : 1;
	const factor = (2.66 * widening) / (options.screenMovingRanges ? screenedShare : 1);
	const { limits, meanMovingRange } = individualLimits(values, options, factor);
	return {
		...controlChart(values, limits, options.multiplier),
		scores: values.map((value, index) => {
			const { center, upper } = limits[index]!;
			if (center === null || upper === null || upper === center) return null;
			return (3 * (value - center)) / (upper - center);
		}),
		sigma: meanMovingRange.map((range) => range && (range * factor) / 3)
	};
}
