import type { DistinctiveWord } from './distinctive-words.ts';

/** A distinctive word, and others counted exactly alike: parts of one turn of phrase, most likely. */
export interface JoinedWords extends DistinctiveWord {
	readonly alike: readonly string[];
}

/** Below it two words are counted alike by chance. */
const fewestCases = 20;

/** Words with the same counts inside and outside stand behind the first of them; the order stays. */
export function joinedWords(words: readonly DistinctiveWord[]): JoinedWords[] {
	const rows = new Map<string, DistinctiveWord & { readonly alike: string[] }>();
	for (const word of words) {
		const key = word.inside < fewestCases ? word.word : JSON.stringify([word.inside, word.outside]);
		const first = rows.get(key);
		if (first) first.alike.push(word.word);
		else rows.set(key, { ...word, alike: [] });
	}
	return [...rows.values()];
}
