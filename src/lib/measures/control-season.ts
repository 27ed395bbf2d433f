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
	const places = judgedPlaces(series);
	// A month gone wrong is no season: what lies far off the fit is left out, and the fit made again.
	let kept = recurring(series, places, phases);
	for (let round = 0; ; round++) {
		const fitted = fittedSeason(series, terms, phases, { kept, places });
		if (!fitted || round === mostRounds) return fitted?.season ?? null;
		const next = places.filter((_, position) => !fitted.farOff[position]);
		if (next.join() === kept.join()) return fitted.season;
		kept = next;
	}
}

const mostRounds = 5;
/** Robust sigmas off the fit, or off the same months of other years. */
const farOff = 3.5;

/** Periods that are not far from those of the same calendar month in other years: where to begin. */
function recurring(
	series: ControlSeries,
	places: readonly number[],
	phases: readonly string[]
): readonly number[] {
	const columns = standing(series, places, phases);
	const fit = fitOf(series)(columns, places, series);
	if (!fit) return places;
	const month = (at: number): string => series.periods[at]!.since.slice(5, 7);
	const excess = places.map((at, position) => {
		const others = fit.residuals.filter(
			(_, other) => other !== position && month(places[other]!) === month(at)
		);
		return others.length < 2 ? 0 : fit.residuals[position]! - middle(others);
	});
	const spread = 1.4826 * middle(excess.map(Math.abs));
	return places.filter((_, position) => !(Math.abs(excess[position]!) > farOff * spread));
}

function fittedSeason(
	series: ControlSeries,
	terms: readonly (readonly number[])[],
	phases: readonly string[],
	{ kept, places }: { readonly kept: readonly number[]; readonly places: readonly number[] }
): { readonly season: SeasonEffects; readonly farOff: readonly boolean[] } | null {
	const pick = (column: readonly number[]): number[] => kept.map((at) => column[at]!);
	const used = terms.filter((term) => varies(pick(term)));
	const base = standing(series, kept, phases);
	const freedom = kept.length - base.length - used.length;
	if (used.length === 0 || freedom < used.length + 2) return null;
	const fit = fitOf(series);
	const without = fit(base, kept, series);
	const withTerms = fit([...base, ...used.map(pick)], kept, series);
	if (!without || !withTerms) return null;
	const coefficients = withTerms.coefficients.slice(base.length);
	const at = series.periods.map((_, place) =>
		used.reduce((sum, term, k) => sum + coefficients[k]! * term[place]!, 0)
	);
	const mean = places.reduce((sum, place) => sum + at[place]!, 0) / places.length;
	const scale = withTerms.scatter / freedom;
	const f = (without.scatter - withTerms.scatter) / used.length / scale;
	const columns = [
		...standing(series, places, phases),
		...used.map((term) => places.map((place) => term[place]!))
	];
	const residuals = withTerms.residualsAt(columns, places);
	const spread =
		1.4826 * middle(residuals.filter((_, i) => kept.includes(places[i]!)).map(Math.abs));
	return {
		season: {
			effects: at.map((effect) => withTerms.effect(effect - mean)),
			parameters: used.length,
			pValue: scale > 0 ? fUpperTail(Math.max(0, f), used.length, freedom) : null
		},
		farOff: residuals.map((rest) => spread > 0 && Math.abs(rest) > farOff * spread)
	};
}

/** What stays in: the level, a straight trend, a step at each phase that has periods on both sides. */
function standing(
	{ periods }: ControlSeries,
	places: readonly number[],
	phases: readonly string[]
): readonly (readonly number[])[] {
	return [
		places.map(() => 1),
		places.map((at) => at / periods.length),
		...phases.map((day) => places.map((at) => (periods[at]!.since >= day ? 1 : 0))).filter(varies)
	];
}

interface Fit {
	readonly coefficients: readonly number[];
	/** What is left unexplained, in units of variance. */
	readonly scatter: number;
	/** Standardised, one a place of the fit; and of any places, by their columns. */
	readonly residuals: readonly number[];
	readonly residualsAt: (
		columns: readonly (readonly number[])[],
		places: readonly number[]
	) => readonly number[];
	readonly effect: (linear: number) => number;
}

type FitTo = (
	columns: readonly (readonly number[])[],
	places: readonly number[],
	series: ControlSeries
) => Fit | null;

const fitOf = ({ family }: ControlSeries): FitTo =>
	family === 'rate' || family === 'count' ? poissonFit : leastFit;

const poissonFit: FitTo = (columns, places, { amounts, sizes }) => {
	const fit = poissonRegression(
		columns,
		places.map((at) => amounts[at]!),
		places.map((at) => sizes[at]!)
	);
	if (!fit) return null;
	const residualsAt: Fit['residualsAt'] = (own, among) =>
		among.map((at, i) => {
			const mu = sizes[at]! * Math.exp(linear(fit.coefficients, own, i));
			return (amounts[at]! - mu) / Math.sqrt(mu);
		});
	return {
		coefficients: fit.coefficients,
		scatter: fit.deviance,
		residuals: residualsAt(columns, places),
		residualsAt,
		effect: Math.exp
	};
};

const leastFit: FitTo = (columns, places, { family, amounts, sizes }) => {
	const value = (at: number): number =>
		family === 'share' ? amounts[at]! / sizes[at]! : amounts[at]!;
	const fit = leastSquares(
		columns,
		places.map(value),
		places.map((at) => sizes[at]!)
	);
	if (!fit) return null;
	const residualsAt: Fit['residualsAt'] = (own, among) =>
		among.map((at, i) => (value(at) - linear(fit.coefficients, own, i)) * Math.sqrt(sizes[at]!));
	const residuals = residualsAt(columns, places);
	return {
		coefficients: fit.coefficients,
		scatter: residuals.reduce((sum, rest) => sum + rest * rest, 0),
		residuals,
		residualsAt,
		effect: (difference) => difference
	};
};

function linear(
	coefficients: readonly number[],
	columns: readonly (readonly number[])[],
	row: number
): number {
	return coefficients.reduce((sum, one, k) => sum + one * columns[k]![row]!, 0);
}

function middle(values: readonly number[]): number {
	return median(values.toSorted((a, b) => a - b)) ?? 0;
}

function varies(column: readonly number[]): boolean {
	return column.some((value) => value !== column[0]);
}

/** P(F ≥ f) with these degrees of freedom. */
function fUpperTail(f: number, above: number, below: number): number {
	return betaDistribution(below / (below + above * f), below / 2, above / 2);
}
