import {
	meanOf,
	penalisedRegression,
	type PenalisedFit
} from '#lib/statistics/regression/penalised-regression.ts';
import { sum } from '#lib/statistics/sum.ts';
import { farOff, firstKept, robustSigma } from './first-kept.ts';
import { levelStep } from './level-step.ts';
import { etaOfSum, signedRoot } from './score.ts';
import { usable, type ReviewMonth, type ReviewSeries, type SeasonColumns } from './series.ts';

/** What earlier months make one expect of a month, on the scale of the regression. */
export interface Usual {
	/**
	 * Of months taken together: linear predictor, offsets included; without the time of year; and
	 * xᵀ(XᵀWX + P)⁻¹x of their mean row.
	 */
	readonly at: (places: readonly number[]) => {
		readonly eta: number;
		readonly level: number;
		readonly leverage: number;
		readonly levelLeverage: number;
	};
	/** Pearson's χ² of the months used and its degrees of freedom. */
	readonly scatter: number;
	readonly freedom: number;
	/** Mean variance of a count of these months by chance alone (of values: mean weight). */
	readonly meanWeight: number;
	/** First places of the levels since the first. */
	readonly steps: readonly number[];
	/** Places the expectation was made of. */
	readonly kept: readonly number[];
}

/** With fewer whole months before it a month is not judged. */
const fewestBefore = 6;
const mostRounds = 4;
const mostSteps = 2;

/**
 * What is usual for a series, from the months before a place alone: its level (the last one where it moved
 * and stayed), festivals and calendar months with normal priors, so that a season seen for the first time
 * widens the limits instead of making news. Months far off are left out.
 * @returns null for too few months before it
 */
export function usualBefore(
	series: ReviewSeries,
	months: readonly ReviewMonth[],
	columns: SeasonColumns,
	before: number
): Usual | null {
	const places = usable(series, months).filter((at) => at < before);
	if (places.length < fewestBefore) return null;
	const steps: number[] = [];
	let design = designOf(series, columns, steps);
	const start = firstKept(series, months, columns, places);
	let found = withoutFarOff(series, design, places, start);
	while (found && steps.length < mostSteps) {
		const step = levelStep(residuals(series, design, found.fit, places), places);
		if (step === null || steps.includes(step)) break;
		const stepped = designOf(series, columns, [...steps, step]);
		const better = withoutFarOff(series, stepped, places, places);
		if (!better) break;
		steps.push(step);
		[design, found] = [stepped, better];
	}
	return found && usualOf(series, design, { ...found, steps });
}

interface Kept {
	readonly fit: PenalisedFit;
	readonly kept: readonly number[];
}

/** The fit to all months but those far off it, made again until the same are left out. */
function withoutFarOff(
	series: ReviewSeries,
	design: Design,
	places: readonly number[],
	start: readonly number[]
): Kept | null {
	const first = fitted(series, design, start, series.leastDispersion);
	if (!first) return null;
	let found: Kept = { fit: first, kept: start };
	for (let round = 0; round < mostRounds; round++) {
		const rest = residuals(series, design, found.fit, places);
		const used = rest.filter((_, i) => found.kept.includes(places[i]!));
		const sigma = robustSigma(used, series.leastDispersion);
		const kept = places.filter((_, i) => Math.abs(rest[i]!) <= farOff * sigma);
		const fewest = Math.max(fewestBefore, Math.ceil(places.length / 2));
		if (kept.length < fewest || kept.join() === found.kept.join()) break;
		const fit = fitted(series, design, kept, sigma ** 2);
		if (!fit) break;
		found = { fit, kept };
	}
	return found;
}

interface Design {
	readonly columns: readonly (readonly number[])[];
	/** Prior standard deviations; null: none. */
	readonly spreads: readonly (number | null)[];
	/** So many of the first columns are the time of year. */
	readonly seasonal: number;
}

function designOf(
	series: ReviewSeries,
	{ festivals, months }: SeasonColumns,
	steps: readonly number[]
): Design {
	const constant = series.amounts.map(() => 1);
	const middle = series.amounts.length / 2;
	const years = series.amounts.map((_, at) => (at - middle) / 12);
	const levels = steps.map((step) => series.amounts.map((_, at) => (at >= step ? 1 : 0)));
	return {
		columns: [...festivals, ...months, years, constant, ...levels],
		spreads: [
			...festivals.map(() => series.seasons.festival),
			...months.map(() => series.seasons.month),
			series.seasons.year,
			null,
			...levels.map(() => null)
		],
		seasonal: festivals.length + months.length
	};
}

function fitted(
	series: ReviewSeries,
	{ columns, spreads }: Design,
	places: readonly number[],
	dispersion: number
): PenalisedFit | null {
	const pick = (row: readonly number[]): number[] => places.map((at) => row[at]!);
	return penalisedRegression({
		kind: series.kind,
		columns: columns.map(pick),
		response: places.map((at) => series.amounts[at]!),
		sizes: pick(series.sizes),
		...(series.offsets && { offsets: pick(series.offsets) }),
		penalties: spreads.map((spread) => (spread === null ? 0 : dispersion / spread ** 2))
	});
}

/** Signed roots of the deviance (of values: weighted differences), one a place. */
function residuals(
	series: ReviewSeries,
	{ columns }: Design,
	{ coefficients }: PenalisedFit,
	places: readonly number[]
): readonly number[] {
	return places.map((at) => {
		const eta = (series.offsets?.[at] ?? 0) + sumOver(coefficients, (k) => columns[k]![at]!);
		return signedRoot(series.kind, series.amounts[at]!, eta, series.sizes[at]!);
	});
}

function usualOf(
	series: ReviewSeries,
	{ columns, seasonal }: Design,
	{ fit, kept, steps }: Kept & { readonly steps: readonly number[] }
): Usual {
	const { coefficients, inverse, parameters } = fit;
	const at: Usual['at'] = (places) => {
		const size = sum(places.map((place) => series.sizes[place]!));
		const row = columns.map((column) =>
			sum(places.map((place) => (column[place]! * series.sizes[place]!) / size))
		);
		const level = row.map((value, k) => (k < seasonal ? 0 : value));
		const predicted = (from: number): number =>
			etaOfSum(
				series.kind,
				places.map((place) => ({
					eta:
						(series.offsets?.[place] ?? 0) +
						sumOver(coefficients, (k) => (k < from ? 0 : columns[k]![place]!)),
					size: series.sizes[place]!
				}))
			);
		return {
			eta: predicted(0),
			level: predicted(seasonal),
			leverage: quadratic(inverse, row),
			levelLeverage: quadratic(inverse, level)
		};
	};
	const weights = kept.map((one) => meanOf(series.kind, at([one]).eta, series.sizes[one]!));
	const scatter = kept.reduce((sum, one, i) => {
		const { mean, weight } = weights[i]!;
		const miss = series.amounts[one]! - mean;
		return sum + (series.kind === 'normal' ? miss ** 2 * weight : miss ** 2 / weight);
	}, 0);
	return {
		at,
		scatter,
		freedom: Math.max(1, kept.length - parameters),
		meanWeight: sum(weights.map(({ weight }) => weight)) / kept.length,
		steps,
		kept
	};
}

function sumOver(coefficients: readonly number[], value: (k: number) => number): number {
	return coefficients.reduce((sum, one, k) => sum + one * value(k), 0);
}

function quadratic(matrix: readonly (readonly number[])[], row: readonly number[]): number {
	let sum = 0;
	for (const [a, line] of matrix.entries()) {
		if (row[a] === 0) continue;
		for (const [b, value] of line.entries()) sum += row[a]! * row[b]! * value;
	}
	return sum;
}
