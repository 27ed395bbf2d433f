/** Narratives by their terms: document d holds `terms[offsets[d] … offsets[d + 1]]`, ascending, each once. */
export interface Corpus {
	readonly documents: number;
	readonly vocabulary: readonly string[];
	/** Documents a term is in. */
	readonly frequency: Int32Array;
	readonly offsets: Int32Array;
	readonly terms: Int32Array;
}

/** A term must be in so many narratives: rarer ones are misspellings and names of persons. */
const fewestCasesOfTerm = 5;
const mostTerms = 20_000;
/** A pair of words is a term of its own when it is common and holds together. */
const fewestCasesOfPair = 10;
const tightness = 0.5;
/** Between the words of two runs. */
const pause = -1;

/** Takes in narratives as runs of words, one after the other, and makes a corpus of them. */
export class CorpusBuilder {
	readonly #ids = new Map<string, number>();
	readonly #words: string[] = [];
	#stream = new Int32Array(1 << 16);
	#length = 0;
	readonly #starts: number[] = [0];

	get documents(): number {
		return this.#starts.length - 1;
	}

	add(runs: readonly (readonly string[])[]): void {
		for (const run of runs) {
			for (const text of run) this.#push(this.#idOf(text));
			this.#push(pause);
		}
		this.#starts.push(this.#length);
	}

	finish(): Corpus {
		const documents = this.documents;
		const single = this.#frequency();
		const pairs = this.#tightPairs(single);
		const keys = [...pairs.keys()];
		const all = [...this.#words, ...keys.map((key) => pairs.get(key)!.text)];
		const pairIds = new Map(keys.map((key, at) => [key, this.#words.length + at]));
		const frequency = new Int32Array(all.length);
		frequency.set(single);
		keys.forEach((key, at) => (frequency[this.#words.length + at] = pairs.get(key)!.cases));
		const swallowed = this.#swallowed(pairs, single);
		const kept = Array.from(frequency.keys())
			.filter((id) => frequency[id]! >= fewestCasesOfTerm && !swallowed.has(id))
			.sort((a, b) => frequency[b]! - frequency[a]! || a - b)
			.slice(0, mostTerms);
		const place = new Int32Array(all.length).fill(-1);
		kept.forEach((id, at) => (place[id] = at));
		const offsets = new Int32Array(documents + 1);
		const terms: number[] = [];
		for (let document = 0; document < documents; document++) {
			const own = new Set<number>();
			this.#walk(document, pairIds, (id) => {
				if (place[id]! >= 0) own.add(place[id]!);
			});
			for (const term of [...own].sort((a, b) => a - b)) terms.push(term);
			offsets[document + 1] = terms.length;
		}
		return {
			documents,
			vocabulary: kept.map((id) => all[id]!),
			frequency: Int32Array.from(kept, (id) => frequency[id]!),
			offsets,
			terms: Int32Array.from(terms)
		};
	}

	#idOf(text: string): number {
		const known = this.#ids.get(text);
		if (known !== undefined) return known;
		const id = this.#words.length;
		this.#ids.set(text, id);
		this.#words.push(text);
		return id;
	}

	#push(id: number): void {
		if (this.#length === this.#stream.length) {
			const wider = new Int32Array(this.#stream.length * 2);
			wider.set(this.#stream);
			this.#stream = wider;
		}
		this.#stream[this.#length++] = id;
	}

	/** In how many narratives each single word is. */
	#frequency(): Int32Array {
		const size = this.#words.length;
		const cases = new Int32Array(size);
		const last = new Int32Array(size).fill(-1);
		for (let document = 0; document < this.documents; document++)
			this.#walk(document, null, (id) => {
				if (last[id] === document) return;
				last[id] = document;
				cases[id]!++;
			});
		return cases;
	}

	/** Words of a document and, where given, the pairs that are terms. */
	#walk(
		document: number,
		pairs: ReadonlyMap<number, number> | null,
		emit: (id: number) => void
	): void {
		let before = pause;
		for (let at = this.#starts[document]!; at < this.#starts[document + 1]!; at++) {
			const id = this.#stream[at]!;
			if (id !== pause) {
				emit(id);
				if (pairs && before !== pause) {
					const pair = pairs.get(pairKey(before, id));
					if (pair !== undefined) emit(pair);
				}
			}
			before = id;
		}
	}

	/** Pairs of neighbours that are together far more often than apart (normalised pointwise information). */
	#tightPairs(single: Int32Array): Map<number, Pair> {
		const counted = new Map<number, { cases: number; last: number }>();
		for (let document = 0; document < this.documents; document++) {
			let before = pause;
			for (let at = this.#starts[document]!; at < this.#starts[document + 1]!; at++) {
				const id = this.#stream[at]!;
				if (
					id !== pause &&
					before !== pause &&
					before !== id &&
					single[id]! >= fewestCasesOfPair &&
					single[before]! >= fewestCasesOfPair
				) {
					const key = pairKey(before, id);
					const known = counted.get(key);
					if (!known) counted.set(key, { cases: 1, last: document });
					else if (known.last !== document) {
						known.cases++;
						known.last = document;
					}
				}
				before = id;
			}
		}
		const tight = new Map<number, Pair>();
		for (const [key, { cases }] of counted) {
			if (cases < fewestCasesOfPair) continue;
			const first = Math.floor(key / pairBase);
			const second = key % pairBase;
			const together = cases / this.documents;
			const apart = (single[first]! / this.documents) * (single[second]! / this.documents);
			if (Math.log(together / apart) / -Math.log(together) < tightness) continue;
			const [a, b] = [this.#words[first]!, this.#words[second]!];
			const text = /\p{Script=Han}$/u.test(a) ? a + b : `${a} ${b}`;
			if (this.#ids.has(text)) continue;
			tight.set(key, { text, cases, first, second });
		}
		return tight;
	}

	/** Words that hardly ever stand without one pair say nothing besides it. */
	#swallowed(pairs: ReadonlyMap<number, Pair>, single: Int32Array): Set<number> {
		const gone = new Set<number>();
		for (const { cases, first, second } of pairs.values()) {
			if (cases >= 0.9 * single[first]!) gone.add(first);
			if (cases >= 0.9 * single[second]!) gone.add(second);
		}
		return gone;
	}
}

interface Pair {
	readonly text: string;
	readonly cases: number;
	readonly first: number;
	readonly second: number;
}

/** Ids of words stay far below: a pair fits a whole number exactly. */
const pairBase = 2 ** 26;

function pairKey(first: number, second: number): number {
	return first * pairBase + second;
}
