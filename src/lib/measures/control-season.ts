import { betaDistribution } from '#lib/statistics/distributions/beta.ts';
import { leastSquares } from '#lib/statistics/regression/least-squares.ts';
import { poissonRegression } from '#lib/statistics/regression/poisson-regression.ts';
import { median } from '#lib/statistics/testing/median.ts';
import { judgedPlaces } from './control-chart.ts';
import type { ControlSeries, SeasonEffects } from './control-series.ts';

/**
 * What the time of year does to a series, estimated from the series itself: its terms (festivals, the
 * wave of the year, weekdays) beside a constant, a straight trend and a step at each phase, which are
 * not taken out. Rates and counts: Poisson regression with their sizes as exposure, effects are factors;
 * shares and values: least squares, weighted by size, effects are differences. Effects are centred, so that
 * what remains has the level of the series.
 * @param terms one column a term, one entry a period
 * @returns null where there are too few periods or the terms cannot be told apart
 */
export function seasonEffects(
	series: ControlSeries,
	terms: readonly (readonly number[])[],
	phases: readonly string[] = []
): SeasonEffects | null {
	let places = judgedPlaces(series);
	// A month gone wrong is no season: what lies far off the fit is left out, and the fit made again.
	for (let round = 0; round < mostRounds; round++) {
		const fitted = fittedSeason(series, terms, phases, places);
		if (!fitted) return null;
		const kept = places.filter((_, position) => !fitted.farOff[position]);
		if (kept.length === places.length || round === mostRounds - 1) return fitted.season;
		places = kept;
	}
	return null;
}

const mostRounds = 5;
/** Robust sigmas off the fit. */
const farOff = 3.5;

function fittedSeason(
	series: ControlSeries,
	terms: readonly (readonly number[])[],
	phases: readonly string[],
	places: readonly number[]
): { readonly season: SeasonEffects; readonly farOff: readonly boolean[] } | null {
	const pick = (column: readonly number[]): number[] => places.map((at) => column[at]!);
	const used = terms.filter((term) => varies(pick(term)));
	const steps = phases
		.map((day) => places.map((at) => (series.periods[at]!.since >= day ? 1 : 0)))
		.filter(varies);
	const standing = [
		places.map(() => 1),
		places.map((_, position) => position / places.length),
		...steps
	];
	const freedom = places.length - standing.length - used.length;
	if (used.length === 0 || freedom < used.length + 2) return null;
	const fit = series.family === 'rate' || series.family === 'count' ? poissonFit : leastFit;
	const amounts = places.map((at) => series.amounts[at]!);
	const sizes = pick(series.sizes);
	const without = fit(standing, amounts, sizes, series);
	const withTerms = fit([...standing, ...used.map(pick)], amounts, sizes, series);
	if (!without || !withTerms) return null;
	const coefficients = withTerms.coefficients.slice(standing.length);
	const at = series.periods.map((_, place) =>
		used.reduce((sum, term, k) => sum + coefficients[k]! * term[place]!, 0)
	);
	const mean = places.reduce((sum, place) => sum + at[place]!, 0) / places.length;
	const scale = withTerms.scatter / freedom;
	const f = (without.scatter - withTerms.scatter) / used.length / scale;
	const distances = withTerms.residuals.map(Math.abs).sort((a, b) => a - b);
	const spread = 1.4826 * (median(distances) ?? 0);
	const season = {
		effects: at.map((effect) => withTerms.effect(effect - mean)),
		parameters: used.length,
		pValue: scale > 0 ? fUpperTail(Math.max(0, f), used.length, freedom) : null
	};
	return {
		season,
		farOff: withTerms.residuals.map((rest) => Math.abs(rest) > farOff * spread && spread > 0)
	};
}

interface Fit {
	readonly coefficients: readonly number[];
	/** What is left unexplained, in units of variance. */
	readonly scatter: number;
	/** Standardised, one a place. */
	readonly residuals: readonly number[];
	readonly effect: (linear: number) => number;
}

function poissonFit(
	columns: readonly (readonly number[])[],
	counts: readonly number[],
	sizes: readonly number[]
): Fit | null {
	const fit = poissonRegression(columns, counts, sizes);
	return (
		fit && {
			coefficients: fit.coefficients,
			scatter: fit.deviance,
			residuals: fit.fitted.map((mu, i) => (counts[i]! - mu) / Math.sqrt(mu)),
			effect: Math.exp
		}
	);
}

function leastFit(
	columns: readonly (readonly number[])[],
	amounts: readonly number[],
	sizes: readonly number[],
	{ family }: ControlSeries
): Fit | null {
	const values = family === 'share' ? amounts.map((amount, i) => amount / sizes[i]!) : amounts;
	const fit = leastSquares(columns, values, sizes);
	return (
		fit && {
			coefficients: fit.coefficients,
			scatter: fit.residuals.reduce((sum, rest, i) => sum + sizes[i]! * rest * rest, 0),
			residuals: fit.residuals.map((rest, i) => rest * Math.sqrt(sizes[i]!)),
			effect: (linear) => linear
		}
	);
}

function varies(column: readonly number[]): boolean {
	return column.some((value) => value !== column[0]);
}

/** P(F ≥ f) with these degrees of freedom. */
function fUpperTail(f: number, above: number, below: number): number {
	return betaDistribution(below / (below + above * f), below / 2, above / 2);
}
