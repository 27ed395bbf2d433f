/** A mark of a chart that was clicked, and where each thing one can do with it leads. */
export interface Mark {
	readonly title: string;
	/** Cases it stands for, as number and as text. */
	readonly cases: number;
	readonly casesText: string;
	/** Its share of all, as text. */
	readonly shareText?: string;
	/** An act without an address is not offered. */
	readonly filterHref?: string;
	readonly casesHref?: string;
	/** Where what it stands for is held against the other cases of the period. */
	readonly compareHref?: string;
	readonly improveHref?: string;
	/** Where one notes what happened then, of a mark that stands for a time. */
	readonly noteHref?: string;
}
