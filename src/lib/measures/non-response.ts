import type { SatisfactionSums } from './headline.ts';

/**
 * Between which shares (0–1) the satisfied share of all cases must lie, whatever those who did not rate
 * thought: none of them satisfied, or all. Null without a case.
 */
export function nonResponseBounds({
	cases,
	rated,
	satisfied
}: Pick<SatisfactionSums, 'cases' | 'rated' | 'satisfied'>): {
	readonly lowest: number;
	readonly highest: number;
} | null {
	if (cases === 0) return null;
	return { lowest: satisfied / cases, highest: (satisfied + cases - rated) / cases };
}
