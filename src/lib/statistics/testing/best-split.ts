import { normalDensity, twoSidedNormalPValue } from '../distributions/normal.ts';

/** Trials and successes of one step of an ordered quantity. */
export interface Step {
	readonly trials: number;
	readonly successes: number;
}

export interface BestSplit {
	/** Position of the first step after the cut. */
	readonly at: number;
	/** Largest standardised difference of the two sides' shares; sign of before − after. */
	readonly z: number;
	/** Corrected for having chosen the best of all cuts. */
	readonly pValue: number;
	/** Log-likelihood with one share before the cut and one after it. */
	readonly logLikelihood: number;
	/** First and last cut that the data do not tell from the best one, 95 %. */
	readonly set: { readonly first: number; readonly last: number };
}

/** 95 % point of the likelihood ratio of a cut: −2·ln(1 − √0.95). Source: Hansen (2000), Econometrica 68:575. */
const hansen = -2 * Math.log(1 - Math.sqrt(0.95));

/**
 * The cut of an ordered quantity at which shares before and after differ most, leaving at least
 * `leastShare` of the trials on either side, and whether it differs more than the best cut of an
 * unrelated quantity would. Null where no cut leaves enough on both sides, or nothing varies.
 * Sources: Miller & Siegmund (1982), Biometrics 38:1011, and Lausen & Schumacher (1992), Biometrics 48:73,
 * for the p value, held to Bonferroni's over the cuts where these are few; set of cuts: Hansen (2000).
 */
export function bestSplit(steps: readonly Step[], leastShare = 0.1): BestSplit | null {
	const all = steps.reduce(added, none);
	const rate = all.successes / all.trials;
	if (!(rate > 0 && rate < 1)) return null;
	let before = none;
	const cuts: { at: number; share: number; z: number; logLikelihood: number }[] = [];
	steps.forEach((step, index) => {
		const share = before.trials / all.trials;
		if (share >= leastShare && share <= 1 - leastShare && step.trials > 0) {
			const after = {
				trials: all.trials - before.trials,
				successes: all.successes - before.successes
			};
			const variance = rate * (1 - rate) * (1 / before.trials + 1 / after.trials);
			cuts.push({
				at: index,
				share,
				z:
					(before.successes / before.trials - after.successes / after.trials) / Math.sqrt(variance),
				logLikelihood: logLikelihood(before) + logLikelihood(after)
			});
		}
		before = added(before, step);
	});
	if (cuts.length === 0) return null;
	const best = cuts.reduce((top, cut) => (Math.abs(cut.z) > Math.abs(top.z) ? cut : top));
	const top = Math.max(...cuts.map((cut) => cut.logLikelihood));
	const within = cuts.filter((cut) => 2 * (top - cut.logLikelihood) <= hansen);
	const z = Math.abs(best.z);
	return {
		at: best.at,
		z: best.z,
		pValue: Math.min(
			selectedPValue(z, cuts[0]!.share, cuts.at(-1)!.share),
			twoSidedNormalPValue(z) * cuts.length,
			1
		),
		logLikelihood: best.logLikelihood,
		set: {
			first: Math.min(best.at, within[0]!.at),
			last: Math.max(best.at, within.at(-1)!.at)
		}
	};
}

/**
 * P(the largest of all standardised differences ≥ z) where cuts run from share `first` to share `last`
 * of the trials and nothing is related; 1 below z = 1, where the approximation ends.
 */
export function selectedPValue(z: number, first: number, last: number): number {
	if (!(z > 1)) return 1;
	const span = Math.log((last * (1 - first)) / ((1 - last) * first));
	return Math.min(1, normalDensity(z) * (4 / z + (z - 1 / z) * span));
}

/** Binomial log-likelihood at the step's own share, without the constant. */
export function logLikelihood({ trials, successes }: Step): number {
	const term = (count: number) => (count > 0 ? count * Math.log(count / trials) : 0);
	return term(successes) + term(trials - successes);
}

const none: Step = { trials: 0, successes: 0 };

function added(a: Step, b: Step): Step {
	return { trials: a.trials + b.trials, successes: a.successes + b.successes };
}
