import type { DistinctiveWord } from './distinctive-words.ts';

const words = 3;

/**
 * The words that name a theme, most distinctive first. A word inside another (退款 in 退款到账) or around
 * one already taken would say the same twice.
 */
export function labelOf(distinctive: readonly DistinctiveWord[]): string[] {
	const chosen: string[] = [];
	for (const { word } of distinctive
		.filter(({ z, inside }) => z > 0 && inside > 0)
		.sort((a, b) => b.z - a.z)) {
		if (chosen.some((other) => other.includes(word) || word.includes(other))) continue;
		chosen.push(word);
		if (chosen.length === words) break;
	}
	return chosen;
}
