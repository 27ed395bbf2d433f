const longest = 40;
const keptOfOneLength = 12;
const strangeTried = 200;

interface Known<T> {
	readonly example: string;
	readonly found: T;
}

/**
 * Remembers what was found out about texts that differ in nothing but their digits: a column
 * has fifty thousand times or ids, written in a handful of ways. Only for findings that no digit decides.
 */
export class WrittenAlike<T> {
	readonly #find: (text: string) => T;
	/** Texts unlike all others; more of them than alike ones, and comparing is given up. */
	#strange = 0;
	readonly #known: Known<T>[][] = Array.from({ length: longest + 1 }, () => []);

	constructor(find: (text: string) => T) {
		this.#find = find;
	}

	of(text: string): T {
		const known = this.#known[text.length];
		if (!known || this.#strange > strangeTried) return this.#find(text);
		for (const { example, found } of known) {
			if (!isAlike(text, example)) continue;
			if (this.#strange > 0) this.#strange--;
			return found;
		}
		this.#strange++;
		const found = this.#find(text);
		if (known.length < keptOfOneLength) known.push({ example: text, found });
		return found;
	}
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Of two texts of one length: digits stand at the same places, and all else is the same. */
function isAlike(text: string, example: string): boolean {
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		const other = example.charCodeAt(at);
		if (code !== other && !(isDigit(code) && isDigit(other))) return false;
	}
	return true;
}
