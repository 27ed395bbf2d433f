/**
 * Durations with counts: n cases that ended (event 1 or true) or were still open (0, false) after
 * each duration. One row a case (n left out) or one row a distinct duration and state.
 */
export interface DurationCells {
	/** ≥ 0, any unit; for open cases the age at the as-of instant */
	readonly duration: ArrayLike<number>;
	readonly event: ArrayLike<number | boolean>;
	readonly n?: ArrayLike<number>;
}

/** One step of the curve, at a duration where at least one case ended. */
export interface SurvivalStep {
	readonly time: number;
	readonly atRisk: number;
	readonly events: number;
	/** share still open just after `time` */
	readonly survival: number;
	/** Greenwood's sum Σ d/(r(r − d)): the variance of log survival; infinite where survival is 0 */
	readonly logVariance: number;
}

export interface SurvivalCurve {
	readonly n: number;
	readonly events: number;
	readonly steps: readonly SurvivalStep[];
}

/**
 * Kaplan–Meier curve of cases whose end may not be known yet. Cases open at a duration count as at
 * risk there (censoring follows the events of the same duration).
 * Source: Kaplan & Meier (1958); variance by Greenwood (1926).
 * @throws RangeError on a negative or unknown duration
 */
export function kaplanMeier({ duration, event, n }: DurationCells): SurvivalCurve {
	const order = Array.from(duration, (_, i) => i).sort((a, b) => duration[a]! - duration[b]!);
	let atRisk = 0;
	for (const i of order) {
		if (!(duration[i]! >= 0)) throw new RangeError(`duration ${i} is ${duration[i]}`);
		atRisk += n ? n[i]! : 1;
	}
	const total = atRisk;
	const steps: SurvivalStep[] = [];
	let [survival, logVariance, ended] = [1, 0, 0];
	for (let at = 0; at < order.length;) {
		const time = duration[order[at]!]!;
		let [events, leaving] = [0, 0];
		for (; at < order.length && duration[order[at]!] === time; at++) {
			const count = n ? n[order[at]!]! : 1;
			leaving += count;
			if (event[order[at]!]) events += count;
		}
		if (events > 0) {
			const left = atRisk - events;
			survival = left === 0 ? 0 : survival * (left / atRisk);
			logVariance += events / (atRisk * left);
			ended += events;
			steps.push({ time, atRisk, events, survival, logVariance });
		}
		atRisk -= leaving;
	}
	return { n: total, events: ended, steps };
}
