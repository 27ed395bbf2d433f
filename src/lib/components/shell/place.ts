/** Somewhere one can go: a page, a view, a measure, an improvement, a case. */
export interface Place {
	/** What it is, in words. */
	readonly kind: string;
	readonly name: string;
	readonly detail: string;
	readonly href: string;
}
