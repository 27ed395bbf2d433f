import type { DistinctiveWord } from './distinctive-words.ts';

const words = 3;
/** A word of fewer of the cases would name a theme after a few of them. */
const leastShare = 0.15;

/**
 * The words that name a theme, most distinctive first. A word inside another (退款 in 退款到账) or around
 * one already taken would say the same twice.
 *
 * @param cases of the theme
 */
export function labelOf(distinctive: readonly DistinctiveWord[], cases: number): string[] {
	const chosen: string[] = [];
	for (const { word } of distinctive
		.filter(({ z, inside }) => z > 0 && inside >= leastShare * cases)
		.sort((a, b) => b.z - a.z)) {
		if (chosen.some((other) => other.includes(word) || word.includes(other))) continue;
		chosen.push(word);
		if (chosen.length === words) break;
	}
	return chosen;
}
