import { wilsonInterval } from './wilson.ts';

/** Answers of one group: how many, how many of them yes, and for how many cases each of them stands. */
export interface WeightedAnswers {
	readonly answers: number;
	readonly yes: number;
	readonly weight: number;
}

/**
 * Share of yes with each group's answers weighted (the ratio estimator of Hájek), and its Wilson interval
 * at the effective number of answers, (Σw)²/Σw².
 * Sources: Hájek (1971); Kish (1965), Survey Sampling, § 11.7.
 * @returns null when nobody answered
 */
export function weightedShare(groups: readonly WeightedAnswers[], confidence = 0.95) {
	let [weight, squares, yes] = [0, 0, 0];
	for (const group of groups) {
		weight += group.answers * group.weight;
		squares += group.answers * group.weight ** 2;
		yes += group.yes * group.weight;
	}
	if (!(weight > 0)) return null;
	const effective = weight ** 2 / squares;
	const share = yes / weight;
	const { lower, upper } = wilsonInterval(Math.min(share, 1) * effective, effective, confidence);
	return { share, effective, interval: { lower: lower ?? share, upper: upper ?? share } };
}
