/** A run of a sentence, strong or not. */
export interface Run {
	readonly text: string;
	readonly strong: boolean;
}

/** Splits a sentence at its `**` marks, the one mark messages may carry: "**Price** rose". */
export function runs(sentence: string): Run[] {
	return sentence
		.split('**')
		.map((text, index) => ({ text, strong: index % 2 === 1 }))
		.filter(({ text }) => text !== '');
}
