import type { Corpus } from './corpus.ts';

/** What a narrative is most like, and how clearly: the share of the likeliest class, 0–1. */
export interface Guess {
	readonly kind: number;
	readonly share: number;
}

const smoothing = 0.1;

/**
 * Multinomial naive Bayes over the terms of narratives, each counted once.
 * Source: Manning, Raghavan & Schütze, Introduction to Information Retrieval, §13.2.
 *
 * @param kinds class of each narrative, −1 where it has none
 * @param isLearnt whether a narrative is learnt from
 */
export class NaiveBayes {
	readonly #corpus: Corpus;
	readonly #kinds: number;
	readonly #logShare: Float64Array;
	readonly #logPrior: Float64Array;
	readonly #isKnown: Uint8Array;

	constructor(
		corpus: Corpus,
		kinds: Int32Array,
		count: number,
		isLearnt: (document: number) => boolean
	) {
		const size = corpus.vocabulary.length;
		const mentions = new Float64Array(size * count);
		const known = new Uint8Array(size);
		const all = new Float64Array(count);
		const cases = new Float64Array(count);
		for (let document = 0; document < corpus.documents; document++) {
			const kind = kinds[document]!;
			if (kind < 0 || !isLearnt(document)) continue;
			cases[kind]!++;
			for (let at = corpus.offsets[document]!; at < corpus.offsets[document + 1]!; at++) {
				mentions[corpus.terms[at]! * count + kind]!++;
				known[corpus.terms[at]!] = 1;
				all[kind]!++;
			}
		}
		const total = cases.reduce((sum, each) => sum + each, 0);
		this.#corpus = corpus;
		this.#kinds = count;
		this.#isKnown = known;
		this.#logPrior = cases.map((each) =>
			Math.log((each + smoothing) / (total + smoothing * count))
		);
		this.#logShare = mentions.map((each, at) =>
			Math.log((each + smoothing) / (all[at % count]! + smoothing * size))
		);
	}

	/** Null where no term of the narrative was learnt, or fewer than half of them. */
	guess(document: number): Guess | null {
		const { offsets, terms } = this.#corpus;
		const [from, to] = [offsets[document]!, offsets[document + 1]!];
		const likely = Float64Array.from(this.#logPrior);
		let known = 0;
		for (let at = from; at < to; at++) {
			// A term nobody learnt speaks for no class; smoothing would make it speak for the rarest.
			if (!this.#isKnown[terms[at]!]) continue;
			known++;
			const row = terms[at]! * this.#kinds;
			for (let kind = 0; kind < this.#kinds; kind++) likely[kind]! += this.#logShare[row + kind]!;
		}
		if (known === 0 || known * 2 < to - from) return null;
		let best = 0;
		for (let kind = 1; kind < this.#kinds; kind++) if (likely[kind]! > likely[best]!) best = kind;
		const sum = likely.reduce((each, value) => each + Math.exp(value - likely[best]!), 0);
		return { kind: best, share: 1 / sum };
	}
}
