import { twoSidedTPValue } from '../distributions/student-t.ts';

/**
 * Two-sided p-value of a correlation from t = r√((n − 2)/(1 − r²)) with n − 2 degrees of freedom.
 * @returns null when r is null or n < 3
 */
export function correlationPValue(r: number | null, n: number): number | null {
	if (r === null || n < 3) return null;
	return twoSidedTPValue(r * Math.sqrt((n - 2) / ((1 - r) * (1 + r))), n - 2);
}
