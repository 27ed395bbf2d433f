/** The sentences of a month's review in one language, as they are frozen when it is signed. */
export interface ReviewWords {
	/** 2025年10月 */
	readonly title: string;
	readonly lead: string;
	/** In the order of the review's figures. */
	readonly figures: readonly FigureWords[];
	readonly signals: {
		readonly answer: string;
		/** In the order of the review's findings. */
		readonly items: readonly SignalWords[];
	};
	readonly drivers: {
		readonly question: string;
		readonly answer: string;
		/** In the order of the review's rows. */
		readonly rows: readonly { readonly name: string; readonly note: string }[];
	};
	readonly forecast: { readonly question: string; readonly answer: string };
	readonly improvements: { readonly answer: string };
	readonly categories: { readonly answer: string; readonly note: string };
	readonly followed: { readonly answer: string };
	readonly decisions: { readonly answer: string };
}

export interface FigureWords {
	readonly name: string;
	readonly value: string;
	/** Month before, year before, target. */
	readonly notes: readonly string[];
	/** The interval, or why there is no value. */
	readonly hint: string;
}

export interface SignalWords {
	readonly name: string;
	readonly value: string;
	readonly sentence: string;
	/** Only what the time of year explains. */
	readonly season: string;
}
