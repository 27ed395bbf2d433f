/** What a number means, in words of the reader's language; every number shown has one within reach. */
export interface Definition {
	/** What is defined. */
	readonly title: string;
	readonly formula: string;
	readonly unit: string;
	/** Which days, judged as of when. */
	readonly window: string;
	/** Which cases are left out, and how many. */
	readonly exclusions?: string;
	/** Level and method of the interval. */
	readonly interval?: string;
	readonly n?: string;
	/** How to read it, and how not. */
	readonly reading?: string;
	readonly dataVersion?: string;
	/** The query behind the number, as its path below `queries/` without ending. */
	readonly query?: string;
	readonly further?: readonly { readonly term: string; readonly text: string }[];
}
