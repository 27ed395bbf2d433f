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
	readonly compareHref?: string;
	readonly improveHref?: string;
}
