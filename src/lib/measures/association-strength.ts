/** Fewer rated cases than this give no verdict, and no point in a small chart. */
export const fewestCases = 30;

/** Customary words for the size of a coefficient (after Cohen 1988: 0.1, 0.3, 0.5). */
export function strength(value: number): 'negligible' | 'weak' | 'medium' | 'strong' {
	const size = Math.abs(value);
	return size < 0.1 ? 'negligible' : size < 0.3 ? 'weak' : size < 0.5 ? 'medium' : 'strong';
}
