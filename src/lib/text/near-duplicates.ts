/** Letters of one shingle. */
const shingleLength = 3;
/** Below this a narrative says so little that two alike prove nothing. */
const fewestShingles = 12;
const rows = 5;
const bands = 20;
const hashes = rows * bands;

/**
 * Sorts narratives into groups of near-duplicates as they come: a narrative joins the group whose first
 * narrative it is most like, where the share of common shingles (three letters in a row, signs and blanks
 * left out; Jaccard) is at least `least`; so everything in a group is that like its first, and groups do
 * not grow in chains. Candidates are found by MinHash (100 hashes, 20 bands of 5: a pair at 0.8 is missed
 * once in 2,800), then compared exactly.
 * Source: Broder (1997); Leskovec, Rajaraman & Ullman, Mining of Massive Datasets, ch. 3.
 */
export class NearDuplicates {
	readonly #least: number;
	readonly #firsts: Uint32Array[] = [];
	readonly #buckets = Array.from({ length: bands }, () => new Map<number, number[]>());
	/** Group of a text seen before, letter by letter. */
	readonly #seen = new Map<string, number>();

	constructor(least = 0.8) {
		this.#least = least;
	}

	/** Group of the narrative, by its number from 0; null where it is too short to tell. */
	add(text: string): number | null {
		const letters = text.replace(/[^\p{L}\p{N}]+/gu, '');
		const known = this.#seen.get(letters);
		if (known !== undefined) return known < 0 ? null : known;
		const shingles = shinglesOf(letters);
		if (shingles.length < fewestShingles) {
			this.#seen.set(letters, -1);
			return null;
		}
		const keys = bandKeys(shingles);
		const group = this.#likest(shingles, keys) ?? this.#found(shingles, keys);
		this.#seen.set(letters, group);
		return group;
	}

	#likest(shingles: Uint32Array, keys: readonly number[]): number | null {
		const candidates = new Set<number>();
		keys.forEach((key, band) => {
			for (const group of this.#buckets[band]!.get(key) ?? []) candidates.add(group);
		});
		let best: number | null = null;
		let most = this.#least;
		for (const group of candidates) {
			const first = this.#firsts[group]!;
			// Of sets of other sizes the larger cannot be matched well enough.
			const [less, more] = [first.length, shingles.length].sort((a, b) => a - b);
			if (less! < most * more!) continue;
			const alike = jaccard(shingles, first, most);
			if (alike < most || (alike === most && best !== null && best < group)) continue;
			best = group;
			most = alike;
		}
		return best;
	}

	#found(shingles: Uint32Array, keys: readonly number[]): number {
		const group = this.#firsts.length;
		this.#firsts.push(shingles);
		keys.forEach((key, band) => {
			const bucket = this.#buckets[band]!.get(key);
			if (bucket) bucket.push(group);
			else this.#buckets[band]!.set(key, [group]);
		});
		return group;
	}
}

/** Hashes of the different shingles of a text, ascending. */
function shinglesOf(letters: string): Uint32Array {
	const found = new Set<number>();
	for (let at = 0; at + shingleLength <= letters.length; at++) {
		let hash = 2166136261;
		for (let step = 0; step < shingleLength; step++)
			hash = Math.imul(hash ^ letters.charCodeAt(at + step), 16777619);
		found.add(mix(hash));
	}
	return Uint32Array.from(found).sort();
}

/**
 * Share of common members of two ascending sets; 0 where both are empty, or as soon as it cannot reach
 * `least` any more.
 */
function jaccard(a: Uint32Array, b: Uint32Array, least = 0): number {
	// At this many members of one set alone the share is out of reach.
	const mostApart = ((1 - least) * (a.length + b.length)) / (1 + least) + 1e-9;
	let [i, j, common] = [0, 0, 0];
	while (i < a.length && j < b.length) {
		const difference = a[i]! - b[j]!;
		if (difference === 0) common++;
		if (difference <= 0) i++;
		if (difference >= 0) j++;
		if (i + j - 2 * common > mostApart) return 0;
	}
	const all = a.length + b.length - common;
	return all === 0 ? 0 : common / all;
}

function bandKeys(shingles: Uint32Array): number[] {
	const least = new Uint32Array(hashes).fill(0xffffffff);
	for (const shingle of shingles) {
		const step = mix(shingle ^ 0x9e3779b9) | 1;
		let hash = shingle;
		for (let at = 0; at < hashes; at++) {
			hash = (hash + step) >>> 0;
			const mixed = mix(hash ^ at);
			if (mixed < least[at]!) least[at] = mixed;
		}
	}
	return Array.from({ length: bands }, (_, band) => {
		let key = band;
		for (let row = 0; row < rows; row++) key = mix(key ^ least[band * rows + row]!);
		return key;
	});
}

/** Spreads 32 bits (the finaliser of MurmurHash3). */
function mix(value: number): number {
	let hash = value >>> 0;
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return (hash ^ (hash >>> 16)) >>> 0;
}
