/**
 * The cells of one column with every distinct text kept once: what a text is, is found out once, and
 * how often it stands there is counted.
 */
export interface CountedColumn {
	/** Distinct cells as they stand, in order of appearance; the empty one among them. Made when asked. */
	texts(): readonly string[];
	/** How many rows hold each text. */
	readonly counts: ArrayLike<number>;
	/** For each row the place of its cell among the texts. */
	readonly rows: ArrayLike<number>;
}

export function countCells(cells: readonly string[]): CountedColumn {
	const places = new Map<string, number>();
	const texts: string[] = [];
	const counts: number[] = [];
	const rows = new Int32Array(cells.length);
	cells.forEach((cell, row) => {
		let place = places.get(cell);
		if (place === undefined) {
			place = texts.length;
			places.set(cell, place);
			texts.push(cell);
			counts.push(0);
		}
		counts[place] = (counts[place] as number) + 1;
		rows[row] = place;
	});
	return { texts: () => texts, counts, rows };
}

/** Something found out about a text, by its place; asked once for each. */
export function byText<T>(column: CountedColumn, find: (text: string) => T): (place: number) => T {
	const texts = column.texts();
	const found: T[] = [];
	const known = new Uint8Array(texts.length);
	return (place) => {
		if (known[place] === 0) {
			found[place] = find(texts[place] as string);
			known[place] = 1;
		}
		return found[place] as T;
	};
}

/** Rows whose cell is not blank. */
export function filledRows({ texts, counts }: CountedColumn): number {
	return texts().reduce(
		(sum, text, at) => sum + (text.trim() === '' ? 0 : (counts[at] as number)),
		0
	);
}
