import { twoSidedNormalQuantile } from '../distributions/normal.ts';

export interface ProportionWithInterval {
	/** 0..1; null when there is no trial */
	readonly proportion: number | null;
	readonly lower: number | null;
	readonly upper: number | null;
}

/**
 * Share of successes with the Wilson score interval, without continuity correction.
 * Exactly 0 below when there is no success, exactly 1 above when there is no failure; all null
 * when there is no trial.
 * Source: Wilson (1927); Newcombe (1998), Statistics in Medicine 17:857, method 3.
 * @param successes 0..trials
 * @param confidence 0..1
 */
export function wilsonInterval(
	successes: number,
	trials: number,
	confidence: number
): ProportionWithInterval {
	if (!(successes >= 0 && successes <= trials))
		throw new RangeError(`${successes} successes of ${trials} trials`);
	if (trials === 0) return { proportion: null, lower: null, upper: null };
	const z = twoSidedNormalQuantile(confidence);
	const proportion = successes / trials;
	const spread = z * Math.sqrt(z * z + 4 * successes * (1 - proportion));
	const middle = 2 * successes + z * z;
	const scale = 2 * (trials + z * z);
	return {
		proportion,
		lower: successes === 0 ? 0 : (middle - spread) / scale,
		upper: successes === trials ? 1 : (middle + spread) / scale
	};
}
