import type { Corpus } from './corpus.ts';

/** Narratives as directions of length 1: `weights` stands beside `terms`. Without terms: no length. */
export interface Directions {
	readonly documents: number;
	readonly dimensions: number;
	readonly offsets: Int32Array;
	readonly terms: Int32Array;
	readonly weights: Float32Array;
}

/** A term in more of the narratives than this tells none from the others. */
const mostShare = 0.4;
/** A term in fewer makes a group of its own whatever else stands there. */
const leastShare = 0.001;
const fewestCases = 10;

/**
 * Narratives by the weight of their terms: ln(narratives / narratives with the term), a term counted
 * once; terms in over 40 % of the narratives, in under 0.1 % or in fewer than ten are left out. Where cases are classified, a term spread over
 * all classes alike tells how people write, not what about: its weight falls to a tenth.
 *
 * @param kinds class of each narrative, null where it has none
 */
export function directions(corpus: Corpus, kinds: readonly (string | null)[] = []): Directions {
	const { documents, vocabulary, frequency, offsets, terms } = corpus;
	const told = aboutKinds(corpus, kinds);
	const rarity = Float32Array.from(frequency, (cases, term) =>
		cases > mostShare * documents || cases < Math.max(fewestCases, leastShare * documents)
			? 0
			: Math.log(documents / cases) * (0.1 + 0.9 * told[term]!)
	);
	const weights = Float32Array.from(terms, (term) => rarity[term]!);
	for (let document = 0; document < documents; document++) {
		const [from, to] = [offsets[document]!, offsets[document + 1]!];
		let square = 0;
		for (let at = from; at < to; at++) square += weights[at]! * weights[at]!;
		if (square === 0) continue;
		const length = Math.sqrt(square);
		for (let at = from; at < to; at++) weights[at]! /= length;
	}
	return { documents, dimensions: vocabulary.length, offsets, terms, weights };
}

/** The narratives named, as directions of their own. */
export function pick(all: Directions, chosen: readonly number[]): Directions {
	const offsets = new Int32Array(chosen.length + 1);
	chosen.forEach((document, at) => {
		offsets[at + 1] = offsets[at]! + all.offsets[document + 1]! - all.offsets[document]!;
	});
	const terms = new Int32Array(offsets[chosen.length]!);
	const weights = new Float32Array(offsets[chosen.length]!);
	chosen.forEach((document, at) => {
		const [from, to] = [all.offsets[document]!, all.offsets[document + 1]!];
		terms.set(all.terms.subarray(from, to), offsets[at]);
		weights.set(all.weights.subarray(from, to), offsets[at]);
	});
	return { documents: chosen.length, dimensions: all.dimensions, offsets, terms, weights };
}

/**
 * How much each term tells of the class, 0–1: 1 − entropy of the classes of its cases / entropy of all,
 * with as many cases as there are classes, spread as all are, added to each term. 1 without classes.
 */
function aboutKinds(corpus: Corpus, kinds: readonly (string | null)[]): Float64Array {
	const names = new Map<string, number>();
	const kind = Int32Array.from({ length: corpus.documents }, (_, document) => {
		const name = kinds[document] ?? null;
		if (name === null) return -1;
		if (!names.has(name)) names.set(name, names.size);
		return names.get(name)!;
	});
	const size = names.size;
	const all = new Float64Array(size);
	const own = new Float64Array(size * corpus.vocabulary.length);
	kind.forEach((at, document) => {
		if (at < 0) return;
		all[at]!++;
		for (let i = corpus.offsets[document]!; i < corpus.offsets[document + 1]!; i++)
			own[corpus.terms[i]! * size + at]!++;
	});
	const total = all.reduce((sum, each) => sum + each, 0);
	const whole = entropy(all);
	if (size < 2 || whole === 0) return new Float64Array(corpus.vocabulary.length).fill(1);
	return Float64Array.from(corpus.vocabulary, (_, term) => {
		const part = own.subarray(term * size, (term + 1) * size);
		const known = part.reduce((sum, each) => sum + each, 0);
		// Words of cases nobody classified are left as they are.
		if (known === 0) return 1;
		const spread = part.map((each, at) => each + (size * all[at]!) / total);
		return Math.max(0, 1 - entropy(spread) / whole);
	});
}

function entropy(counts: Float64Array): number {
	const total = counts.reduce((sum, each) => sum + each, 0);
	return counts.reduce(
		(sum, each) => (each > 0 ? sum - (each / total) * Math.log(each / total) : sum),
		0
	);
}
