import { confidenceOf, type JudgedGuess } from './confidence.ts';
import type { Corpus } from './corpus.ts';
import { NaiveBayes, type Guess } from './naive-bayes.ts';

export interface Suggestion {
	readonly document: number;
	readonly category: string;
	/** Of classified cases guessed as clearly as this, so many were guessed right, 0–1. */
	readonly confidence: number;
}

export interface SuggestionFacts {
	readonly suggestions: readonly Suggestion[];
	/** Classified cases guessed by models that had not seen them, and how many of them rightly. */
	readonly judged: number;
	readonly right: number;
	/** Unclassified cases, suggestion or not. */
	readonly unclassified: number;
	/** Share of classified cases in the commonest category: what guessing without reading would get. */
	readonly commonest: number;
}

/** No suggestion below it. */
export const leastConfidence = 0.8;
const folds = 5;
const fewestOfCategory = 20;

/**
 * Suggests a category for narratives that have none, learnt from those that have one. How far a guess can
 * be trusted is found by five-fold cross-validation: every classified narrative is guessed by a model that
 * did not see it.
 *
 * @param categories category of each narrative, null where it is unclassified
 */
export function suggestCategories(
	corpus: Corpus,
	categories: readonly (string | null)[],
	onStep: (done: number, of: number) => void = () => undefined
): SuggestionFacts {
	const sizes = new Map<string, number>();
	for (const name of categories) if (name !== null) sizes.set(name, (sizes.get(name) ?? 0) + 1);
	const names = [...sizes.keys()].filter((name) => sizes.get(name)! >= fewestOfCategory).sort();
	const unclassified = categories.reduce((sum, name) => sum + Number(name === null), 0);
	const classified = names.reduce((sum, name) => sum + sizes.get(name)!, 0);
	const none = { suggestions: [], judged: 0, right: 0, unclassified, commonest: 0 };
	if (names.length < 2) return none;
	const at = new Map(names.map((name, index) => [name, index]));
	const kinds = Int32Array.from(categories, (name) => (name === null ? -1 : (at.get(name) ?? -1)));
	const guesses: JudgedGuess[] = [];
	for (let fold = 0; fold < folds; fold++) {
		const model = new NaiveBayes(
			corpus,
			kinds,
			names.length,
			(document) => foldOf(document) !== fold
		);
		for (let document = 0; document < corpus.documents; document++) {
			if (kinds[document]! < 0 || foldOf(document) !== fold) continue;
			const guess = model.guess(document);
			if (guess)
				guesses.push({ clearness: clearness(guess), right: guess.kind === kinds[document] });
		}
		onStep(fold + 1, folds + 1);
	}
	const trust = confidenceOf(guesses);
	const model = new NaiveBayes(corpus, kinds, names.length, () => true);
	const suggestions: Suggestion[] = [];
	categories.forEach((name, document) => {
		if (name !== null) return;
		const guess = model.guess(document);
		if (guess === null) return;
		const confidence = trust(clearness(guess));
		if (confidence >= leastConfidence)
			suggestions.push({ document, category: names[guess.kind]!, confidence });
	});
	return {
		suggestions,
		judged: guesses.length,
		right: guesses.reduce((sum, { right }) => sum + Number(right), 0),
		unclassified,
		commonest: Math.max(...names.map((name) => sizes.get(name)!)) / classified
	};
}

/** Spread over the narratives whatever their order. */
function foldOf(document: number): number {
	return (Math.imul(document, 2654435761) >>> 0) % folds;
}

/** Shares crowd at 1: the log-odds tell the clear from the clearer. */
function clearness({ share }: Guess): number {
	return Math.log(share / Math.max(1e-12, 1 - share));
}
