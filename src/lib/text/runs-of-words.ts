/** Words a language uses for everything, and those that turn the next one round. */
export interface WordLists {
	readonly stop: ReadonlySet<string>;
	readonly negating: ReadonlySet<string>;
}

const word = /^[\p{L}\p{M}][\p{L}\p{M}'’-]*$/u;
const han = /^\p{Script=Han}+$/u;

/**
 * The words of a clean narrative as runs: within a run words stood side by side, so pairs of them may be
 * terms; a sign, a stop word or something taken out ends it. A negation joins the word it turns round
 * (没 + 收到 → 没收到, not + received → not received): apart from it the word would say the contrary.
 * Words of one letter say too little to stand alone.
 */
export function runsOfWords(pieces: readonly string[], lists: WordLists): string[][] {
	const runs: string[][] = [];
	let run: string[] = [];
	let negation: string | null = null;
	const end = () => {
		if (run.length > 0) runs.push(run);
		run = [];
	};
	for (const piece of pieces) {
		const text = piece.trim().replace(/['’]s$/, '');
		if (text === '') continue;
		if (!word.test(text)) {
			negation = null;
			end();
		} else if (lists.negating.has(text)) {
			negation = text.replace(/^[还還仍]/u, '');
		} else if (lists.stop.has(text) || (text.length < 2 && negation === null)) {
			// "not at all there": what a negation turns round may stand behind words of no weight.
			if (han.test(text)) negation = null;
			end();
		} else if (negation !== null) {
			run.push(han.test(text) ? negation + text : `${negation} ${text}`);
			negation = null;
		} else run.push(text);
	}
	end();
	return runs;
}
