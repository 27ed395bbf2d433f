/** |got − expected| / |expected|, so that tails of 1e-16 are held to as many digits as 0.5. */
export function relativeError(got: number, expected: number): number {
	return Math.abs(got - expected) / Math.abs(expected);
}
