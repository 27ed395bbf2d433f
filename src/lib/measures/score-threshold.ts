import { bestSplit, logLikelihood, type BestSplit } from '#lib/statistics/testing/best-split.ts';
import { benjaminiHochberg } from '#lib/statistics/testing/benjamini-hochberg.ts';
import { logisticRegression } from '#lib/statistics/regression/logistic-regression.ts';
import { wilsonInterval } from '#lib/statistics/proportion/wilson.ts';
import { fewestCases } from './association-strength.ts';
import type { Measured } from './headline.ts';

/** Rated cases of a step of waiting time, as `queries/satisfaction/steps.sql` counts them. */
export interface WaitingStep {
	readonly from_minutes: number;
	readonly rated: number;
	readonly satisfied: number;
	readonly minutes_mean: number;
}

/** Rated and satisfied cases on one side of a cut. */
export interface CutSide {
	readonly rated: number;
	readonly satisfied: number;
	/** Satisfied of the rated, 0–1. */
	readonly share: Measured;
}

export interface Threshold {
	/**
	 * `sudden`: one point separates, better than a gradual course would; `gradual`: it changes with
	 * waiting, but at no one point; `none`: no cut differs beyond chance.
	 */
	readonly verdict: 'sudden' | 'gradual' | 'none';
	/** Cases that waited less than this are on the side before. */
	readonly cutMinutes: number;
	/** First and last cut the data do not tell from it. */
	readonly set: { readonly from: number; readonly to: number };
	readonly before: CutSide;
	readonly after: CutSide;
	/** Corrected for having looked at every cut. */
	readonly pValue: number;
}

/** Of every cut, this share of the rated cases lies on either side at least. */
const leastShare = 0.1;
const alpha = 0.05;
/** Difference of BIC from which a step is preferred ("strong", Raftery 1995: Sociological Methodology 25:111). */
const clearlyBetter = 6;

/**
 * Whether the satisfied share changes at one waiting time: the best cut, tested as the best of all; where
 * it survives, by BIC against gradual courses (logistic in log minutes, straight to cubic). Null with too
 * few rated cases or no cut to make.
 */
export function scoreThreshold(steps: readonly WaitingStep[]): Threshold | null {
	const rated = steps.reduce((sum, step) => sum + step.rated, 0);
	const least = Math.max(leastShare, fewestCases / rated);
	if (least > 0.5) return null;
	const split = bestSplit(
		steps.map(({ rated: trials, satisfied: successes }) => ({ trials, successes })),
		least
	);
	if (!split) return null;
	const start = (at: number) => steps[at]?.from_minutes ?? Number.NaN;
	return {
		verdict: split.pValue >= alpha ? 'none' : course(steps, split, rated),
		cutMinutes: start(split.at),
		set: { from: start(split.set.first), to: start(split.set.last) },
		before: cutSide(steps.slice(0, split.at)),
		after: cutSide(steps.slice(split.at)),
		pValue: split.pValue
	};
}

/** The threshold of a group. */
export interface GroupThreshold extends Threshold {
	/** Null is the blank group. */
	readonly key: string | null;
	readonly rated: number;
	/** After Benjamini–Hochberg over the groups. */
	readonly adjusted: number;
}

/** The same within each group, most cases first; `none` where the group's p does not survive its fellows. */
export function thresholdsWithin(
	rows: readonly (WaitingStep & { readonly stratum: string | null })[]
): GroupThreshold[] {
	const found = [...Map.groupBy(rows, ({ stratum }) => stratum)].flatMap(([key, steps]) => {
		const threshold = scoreThreshold(steps);
		return threshold ? [{ ...threshold, key, rated: added(steps).rated }] : [];
	});
	const { adjusted, rejected } = benjaminiHochberg(
		found.map(({ pValue }) => pValue),
		alpha
	);
	return found
		.map((each, at) => ({
			...each,
			verdict: rejected[at] ? each.verdict : ('none' as const),
			adjusted: adjusted[at]!
		}))
		.sort((a, b) => b.rated - a.rated);
}

/** The steps of all groups together, ascending. */
export function allGroups(rows: readonly WaitingStep[]): WaitingStep[] {
	return [...Map.groupBy(rows, (row) => row.from_minutes)]
		.map(([from_minutes, own]) => {
			const { rated, satisfied } = added(own);
			const minutes = own.reduce((sum, step) => sum + step.minutes_mean * step.rated, 0);
			return { from_minutes, rated, satisfied, minutes_mean: minutes / rated };
		})
		.sort((a, b) => a.from_minutes - b.from_minutes);
}

function course(steps: readonly WaitingStep[], split: BestSplit, rated: number) {
	const bic = (found: number, parameters: number) => -2 * found + parameters * Math.log(rated);
	const sudden = bic(split.logLikelihood, 3);
	const gradual = Math.min(
		...[1, 2, 3].map((degree) => bic(gradualFit(steps, degree), degree + 1))
	);
	return sudden + clearlyBetter <= gradual ? 'sudden' : 'gradual';
}

/** Log-likelihood of a polynomial in log minutes; that of one share for all where it has no fit. */
function gradualFit(steps: readonly WaitingStep[], degree: number): number {
	const logs = steps.map(({ minutes_mean: mean }) => Math.log10(Math.max(mean, 1)));
	const columns = Array.from({ length: degree + 1 }, (_, power) => logs.map((x) => x ** power));
	const fit = logisticRegression(
		columns,
		steps.map((step) => step.rated),
		steps.map((step) => step.satisfied)
	);
	const all = added(steps);
	return fit?.logLikelihood ?? logLikelihood({ trials: all.rated, successes: all.satisfied });
}

function cutSide(steps: readonly WaitingStep[]): CutSide {
	const sums = added(steps);
	const { proportion, lower, upper } = wilsonInterval(sums.satisfied, sums.rated, 0.95);
	const interval = lower === null || upper === null ? null : { lower, upper };
	return { ...sums, share: { value: proportion, n: sums.rated, interval } };
}

function added(steps: readonly WaitingStep[]) {
	return steps.reduce(
		(sum, step) => ({ rated: sum.rated + step.rated, satisfied: sum.satisfied + step.satisfied }),
		{ rated: 0, satisfied: 0 }
	);
}
