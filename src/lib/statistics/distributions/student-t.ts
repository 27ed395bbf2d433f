import betainc from '@stdlib/math-base-special-betainc';
import betaincinv from '@stdlib/math-base-special-betaincinv';

/**
 * P(|T| ≥ |t|) of Student's t with `df` > 0 degrees of freedom; 0 at ±∞.
 * Source: incomplete beta with x = df/(df + t²); for small t the complement is taken, so that no
 * digits are lost to cancellation.
 */
export function twoSidedTPValue(t: number, df: number): number {
	if (!Number.isFinite(t)) return Number.isNaN(t) ? NaN : 0;
	const square = t * t;
	return square < df
		? betainc(square / (df + square), 0.5, df / 2, true, true)
		: betainc(df / (df + square), df / 2, 0.5);
}

/** The t of a two-sided interval with `df` > 0 degrees of freedom (12.7062 at 0.95 and df = 1). */
export function twoSidedTQuantile(confidence: number, df: number): number {
	const x = betaincinv(1 - confidence, df / 2, 0.5);
	return Math.sqrt((df * (1 - x)) / x);
}
