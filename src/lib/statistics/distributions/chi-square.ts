import gammainc from '@stdlib/math-base-special-gammainc';
import gammaincinv from '@stdlib/math-base-special-gammaincinv';

/** P(X ≥ x) of χ² with `df` > 0 degrees of freedom; 1 for x ≤ 0. */
export function chiSquareUpperTail(x: number, df: number): number {
	return x <= 0 ? 1 : gammainc(x / 2, df / 2, true, true);
}

/** x with P(X ≤ x) = p for χ² with `df` > 0 degrees of freedom. */
export function chiSquareQuantile(p: number, df: number): number {
	return 2 * gammaincinv(p, df / 2);
}
