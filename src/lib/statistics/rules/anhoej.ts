import { binomialDistribution } from '../distributions/binomial.ts';
import { sideOf } from '../control/beyond.ts';

/** Longest run allowed among n useful points: round(log₂ n) + 3; null for none. */
export function longestRunLimit(usefulPoints: number): number | null {
	return usefulPoints < 1 ? null : Math.round(Math.log2(usefulPoints)) + 3;
}

/**
 * Fewest crossings of the centre allowed: the smallest k with P(Bin(n − 1, ½) ≤ k) ≥ 0.05; null for
 * no point.
 */
export function crossingsLimit(usefulPoints: number): number | null {
	if (usefulPoints < 1) return null;
	let k = 0;
	while (binomialDistribution(k, usefulPoints - 1, 0.5) < 0.05) k++;
	return k;
}

/**
 * Anhøj's rules for run charts: a run longer, or crossings fewer, than chance allows. Points on the
 * centre line are dropped.
 * @returns counts and limits null where no point is off the centre line
 * Source: Anhøj & Olesen (2014), PLoS ONE 9:e113825; qicharts2, method "anhoej".
 */
export function anhoej(values: readonly number[], centerLine: number) {
	const sides = values.map((value) => sideOf(value, centerLine)).filter((side) => side !== 0);
	let [longestRun, run, crossings] = [0, 0, 0];
	sides.forEach((side, i) => {
		const goesOn = i > 0 && side === sides[i - 1];
		if (i > 0 && !goesOn) crossings++;
		run = goesOn ? run + 1 : 1;
		longestRun = Math.max(longestRun, run);
	});
	const runLimit = longestRunLimit(sides.length);
	const crossLimit = crossingsLimit(sides.length);
	const flags = {
		shift: runLimit !== null && longestRun > runLimit,
		crossings: crossLimit !== null && crossings < crossLimit
	};
	return {
		usefulPoints: sides.length,
		longestRun: runLimit === null ? null : longestRun,
		longestRunLimit: runLimit,
		crossings: crossLimit === null ? null : crossings,
		crossingsLimit: crossLimit,
		flags,
		signal: flags.shift || flags.crossings
	};
}
