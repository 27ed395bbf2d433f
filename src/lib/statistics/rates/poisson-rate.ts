import { chiSquareQuantile } from '../distributions/chi-square.ts';

/**
 * Rate of events per unit of exposure with the exact Poisson interval.
 * Source: Garwood (1936), Biometrika 28:437; as R poisson.test.
 * @param events whole number ≥ 0
 * @param exposure > 0 in any unit, for instance orders; 0 gives null
 */
export function poissonRate(events: number, exposure: number, confidence = 0.95) {
	if (!(exposure > 0)) return { rate: null, lower: null, upper: null };
	const tail = (1 - confidence) / 2;
	return {
		rate: events / exposure,
		lower: events === 0 ? 0 : chiSquareQuantile(tail, 2 * events) / 2 / exposure,
		upper: chiSquareQuantile(1 - tail, 2 * events + 2) / 2 / exposure
	};
}
