import type { Token } from './tokens.ts';

const hues = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7'] as const satisfies readonly Token[];

/** FNV-1a over UTF-16 code units: the same name gives the same slot in every session. */
function hash(name: string): number {
	let value = 0x811c9dc5;
	for (let at = 0; at < name.length; at++) {
		value = Math.imul(value ^ name.charCodeAt(at), 0x01000193) >>> 0;
	}
	return value;
}

/**
 * One hue for each category, the same on every page and under every filter.
 *
 * `known` is the full list of names (never the filtered one), most important first: the first seven
 * get a hue of their own, by hash and the next free slot; all others and the blank group share c8.
 */
export function categoryHues(known: readonly string[]): (name: string | null) => Token {
	const taken = new Map<string, Token>();
	const free = new Set<Token>(hues);
	for (const name of known) {
		if (free.size === 0) break;
		if (taken.has(name)) continue;
		let slot = hash(name) % hues.length;
		while (!free.has(hues[slot] ?? 'c1')) slot = (slot + 1) % hues.length;
		const hue = hues[slot] ?? 'c1';
		free.delete(hue);
		taken.set(name, hue);
	}
	return (name) => (name === null ? 'c8' : (taken.get(name) ?? 'c8'));
}
