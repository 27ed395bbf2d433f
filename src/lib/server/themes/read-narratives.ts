import { chooseClusters } from '#lib/text/choose-clusters.ts';
import { cleanNarrative } from '#lib/text/clean-narrative.ts';
import { CorpusBuilder, type Corpus } from '#lib/text/corpus.ts';
import { distinctiveWords } from '#lib/text/distinctive-words.ts';
import { labelOf } from '#lib/text/label.ts';
import { NearDuplicates } from '#lib/text/near-duplicates.ts';
import type { Clustering } from '#lib/text/spherical-k-means.ts';
import { suggestCategories, type SuggestionFacts } from '#lib/text/suggest-categories.ts';
import { directions } from '#lib/text/weights.ts';

/** A narrative as the warehouse gives it. */
export interface Narrative {
	readonly source: string;
	readonly caseNo: string;
	readonly text: string;
	readonly category: string | null;
	/** What it is filed under, as finely as the log knows. */
	readonly kind: string | null;
	/** Its own product, shop, place and people. */
	readonly names: readonly (string | null)[];
}

/** What was read out of one narrative; lists are in the order of the narratives. */
export interface Reading {
	readonly corpus: Corpus;
	readonly clustering: Clustering | null;
	/** Words that name each theme, most distinctive first. */
	readonly labels: readonly (readonly string[])[];
	/** Group of near-duplicates; null: no other case is like it. */
	readonly twins: readonly (number | null)[];
	readonly suggested: SuggestionFacts;
}

/** What is done, in order: each with the share of the time it takes of 100,000 narratives. */
export const readingStages = ['words', 'terms', 'themes', 'categories', 'write'] as const;
export type ReadingStage = (typeof readingStages)[number];

/**
 * A narrative must be so many times as like its theme as the next one, and at least so much as like it as
 * narratives of this log usually are, else it is in none. Cosines fall with the length of narratives and cannot
 * be held against one limit for all logs.
 */
const leastLead = 1.25;
const leastOfMedian = 0.5;

/** Takes narratives in as they come, then finds what they have in common. */
export class NarrativeReader {
	readonly #cut: (text: string) => string[][];
	readonly #builder = new CorpusBuilder();
	readonly #duplicates = new NearDuplicates();
	readonly #groups: (number | null)[] = [];
	readonly #categories: (string | null)[] = [];
	readonly #kinds: (string | null)[] = [];

	constructor(cut: (text: string) => string[][]) {
		this.#cut = cut;
	}

	add({ text, category, kind, names }: Narrative): void {
		this.#builder.add(this.#cut(cleanNarrative(text, names)));
		this.#groups.push(this.#duplicates.add(text));
		this.#categories.push(category);
		this.#kinds.push(kind);
	}

	finish(onStage: (stage: ReadingStage, done: number, of: number) => void): Reading {
		onStage('terms', 0, 1);
		const corpus = this.#builder.finish();
		onStage('themes', 0, 1);
		const clustering = chooseClusters(directions(corpus, this.#kinds), (done, of) =>
			onStage('themes', done, of)
		);
		const kept = clustering && withoutStrays(clustering);
		onStage('categories', 0, 1);
		const suggested = suggestCategories(corpus, this.#categories, (done, of) =>
			onStage('categories', done, of)
		);
		return {
			corpus,
			clustering: kept,
			labels: kept ? labelsOf(corpus, kept) : [],
			twins: withoutLoners(this.#groups),
			suggested
		};
	}
}

function withoutStrays(clustering: Clustering): Clustering {
	const { cluster, fit, next } = clustering;
	const fits = fit.filter((_, at) => cluster[at]! >= 0).sort();
	const least = leastOfMedian * (fits[fits.length >> 1] ?? 0);
	const isStray = (at: number) => fit[at]! < least || fit[at]! < leastLead * next[at]!;
	return { ...clustering, cluster: cluster.map((own, at) => (isStray(at) ? -1 : own)) };
}

function withoutLoners(groups: readonly (number | null)[]): (number | null)[] {
	const sizes = new Map<number, number>();
	for (const group of groups) if (group !== null) sizes.set(group, (sizes.get(group) ?? 0) + 1);
	return groups.map((group) => (group !== null && sizes.get(group)! > 1 ? group : null));
}

/** A theme is named by the words that tell its cases from all others. */
function labelsOf(corpus: Corpus, { cluster, clusters }: Clustering): string[][] {
	const { vocabulary, frequency, offsets, terms } = corpus;
	const inside = new Int32Array(vocabulary.length * clusters);
	const sizes = new Int32Array(clusters);
	for (let document = 0; document < corpus.documents; document++) {
		const own = cluster[document]!;
		if (own < 0) continue;
		sizes[own]!++;
		for (let at = offsets[document]!; at < offsets[document + 1]!; at++)
			inside[terms[at]! * clusters + own]!++;
	}
	return Array.from({ length: clusters }, (_, own) => {
		const counts = vocabulary.map((word, term) => {
			const cases = inside[term * clusters + own]!;
			return { word, inside: cases, outside: frequency[term]! - cases };
		});
		return labelOf(distinctiveWords(counts), sizes[own]!);
	});
}
