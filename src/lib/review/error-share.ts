import { isProblemShare, type ReviewSeries } from './series.ts';

/** Share of what is told in a month that may be chance. */
export const falseDiscoveryRate = 0.05;

/**
 * How much of the error each hypothesis may use, fixed beforehand: what people complain about is what a review is
 * for; places, goods and how cases went are many more and say much the same.
 */
export function weightOf({ measure, scope }: Pick<ReviewSeries, 'measure' | 'scope'>): number {
	if (measure === 'share') return isProblemShare({ measure, scope }) ? 8 : 0.5;
	return scope ? 0.25 : 1;
}
