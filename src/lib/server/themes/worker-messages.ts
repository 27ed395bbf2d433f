import type { Narrative, ReadingStage } from './read-narratives.ts';

export type ToWorker =
	| { readonly narratives: readonly Narrative[] }
	/** All narratives have come: the file to write, and the number of the reading. */
	| { readonly path: string; readonly reading: number };

/** What a reading found over all cases. */
export interface ReadingFacts {
	readonly labels: readonly (readonly string[])[];
	readonly clusters: number;
	readonly silhouette: number;
	readonly judged: number;
	readonly right: number;
	readonly unclassified: number;
	readonly commonest: number;
}

export type FromWorker =
	| { readonly taken: number }
	| { readonly stage: ReadingStage; readonly done: number; readonly of: number }
	| ReadingFacts;
