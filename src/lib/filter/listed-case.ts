import type { State } from './filter.ts';

export type ListCell = string | number | boolean | null;

/** A case as a list shows it: the chosen columns, and what a phone shows in two lines. */
export interface ListedCase {
	readonly source: string;
	readonly caseNo: string;
	/** One cell for each column of the list. */
	readonly cells: readonly ListCell[];
	readonly brief: {
		readonly receivedAt: number;
		readonly category: string | null;
		readonly subcategory: string | null;
		readonly satisfaction: number | null;
		readonly state: State;
		readonly narrative: string | null;
	};
}
