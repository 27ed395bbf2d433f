import { twoSidedNormalQuantile } from '../distributions/normal.ts';
import { named } from './newey-west.ts';
import { poissonRegression } from './poisson-regression.ts';
import { segmentedColumns } from './segmented.ts';
import type { SegmentedDesign } from './segmented.ts';

export interface SegmentedCounts extends SegmentedDesign {
	readonly counts: readonly number[];
	/** > 0, any unit */
	readonly exposures: readonly number[];
	/** quasi: standard errors multiplied by √φ, also where φ is below 1 */
	readonly dispersion: 'poisson' | 'quasi';
}

/**
 * Interrupted time series of counts: log-linear Poisson with the exposure as offset, rate ratios of
 * the change of level and of slope with normal 95 % limits.
 * Source: Lopez Bernal, Cummins & Gasparrini (2017).
 * @returns all null when the columns do not determine the coefficients
 */
export function segmentedPoisson(series: SegmentedCounts) {
	const columns = segmentedColumns(series);
	const names = Object.keys(columns);
	const design = Object.values(columns);
	const fit = poissonRegression(design, series.counts, series.exposures);
	if (!fit)
		return {
			coefficients: null,
			standardErrors: null,
			deviance: null,
			pearsonDispersion: null,
			rateRatioLevel: null,
			rateRatioSlope: null
		};
	const free = series.counts.length - design.length;
	const pearsonDispersion = free > 0 ? fit.pearson / free : null;
	const factor = series.dispersion === 'quasi' ? pearsonDispersion : 1;
	const errors = fit.inverse.map((row, j) =>
		factor === null ? null : Math.sqrt(row[j]! * factor)
	);
	const ratioOf = (name: string) => {
		const index = names.indexOf(name);
		return index < 0 ? null : rateRatio(fit.coefficients[index]!, errors[index] ?? null);
	};
	return {
		coefficients: named(names, fit.coefficients),
		standardErrors: named(names, errors),
		deviance: fit.deviance,
		pearsonDispersion,
		rateRatioLevel: ratioOf('level'),
		rateRatioSlope: ratioOf('slope')
	};
}

function rateRatio(coefficient: number, error: number | null) {
	const estimate = Math.exp(coefficient);
	if (error === null) return { estimate, lower: null, upper: null };
	const margin = twoSidedNormalQuantile(0.95) * error;
	return {
		estimate,
		lower: Math.exp(coefficient - margin),
		upper: Math.exp(coefficient + margin)
	};
}
