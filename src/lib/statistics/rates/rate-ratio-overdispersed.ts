import { twoSidedNormalPValue, twoSidedNormalQuantile } from '../distributions/normal.ts';
import { sum } from '../sum.ts';

/** Counts and exposures (> 0) of the periods of one phase. */
export interface CountedPeriods {
	readonly counts: readonly number[];
	readonly exposures: readonly number[];
}

/**
 * Ratio of two rates whose counts vary more from period to period than Poisson counts do: the
 * Poisson standard error of log RR is multiplied by √φ, φ = Pearson χ²/(n − 2) around the two rates.
 * Source: quasi-Poisson, McCullagh & Nelder (1989), § 6.2.
 * @param floorDispersionAtOne never narrower than Poisson; φ itself is reported as it is
 * @returns null wherever a phase has no event, or fewer than three periods leave no φ
 */
export function rateRatioOverdispersed(
	before: CountedPeriods,
	after: CountedPeriods,
	{ floorDispersionAtOne = true, confidence = 0.95 } = {}
) {
	const [events0, events1] = [sum(before.counts), sum(after.counts)];
	const [rate0, rate1] = [events0 / sum(before.exposures), events1 / sum(after.exposures)];
	const periods = before.counts.length + after.counts.length;
	const pearson = pearsonAround(before, rate0) + pearsonAround(after, rate1);
	const dispersion = defined(pearson / (periods - 2));
	const rateRatio = defined(rate1 / rate0);
	const standardErrorLogPoisson = defined(Math.sqrt(1 / events0 + 1 / events1));
	const none = { standardErrorLog: null, lower: null, upper: null, pValue: null };
	if (dispersion === null || !rateRatio || standardErrorLogPoisson === null)
		return { rateRatio, dispersion, standardErrorLogPoisson, ...none };
	const widening = floorDispersionAtOne ? Math.max(1, dispersion) : dispersion;
	const standardErrorLog = standardErrorLogPoisson * Math.sqrt(widening);
	const margin = twoSidedNormalQuantile(confidence) * standardErrorLog;
	const log = Math.log(rateRatio);
	return {
		rateRatio,
		dispersion,
		standardErrorLogPoisson,
		standardErrorLog,
		lower: Math.exp(log - margin),
		upper: Math.exp(log + margin),
		pValue: defined(twoSidedNormalPValue(log / standardErrorLog))
	};
}

function pearsonAround({ counts, exposures }: CountedPeriods, rate: number): number {
	return counts.reduce((total, count, i) => {
		const expected = rate * exposures[i]!;
		return total + (count === expected ? 0 : (count - expected) ** 2 / expected);
	}, 0);
}

function defined(value: number): number | null {
	return Number.isFinite(value) ? value : null;
}
