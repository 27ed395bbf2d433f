/** A page as somebody set it up, under a name. */
export interface SavedView {
	readonly id: string;
	readonly name: string;
	/** Path and query of this app. */
	readonly address: string;
	/** Everybody sees it in the rail, not only who saved it. */
	readonly shared: boolean;
	readonly own: boolean;
	/** The app opens with it for this person. */
	readonly home: boolean;
}
