/** Recognises a header repeated below and the header of another table under this one. */
export class KnownRows {
	readonly #headers: readonly (readonly string[])[];
	readonly #probe: number;
	readonly #probeValue: Buffer;
	readonly #names: ReadonlySet<string>;
	/** Field count of a second table, once its header was met. */
	#otherWidth = -1;

	constructor(headerCells: readonly (readonly string[])[]) {
		this.#headers = headerCells.map((cells) => cells.map((cell) => cell.trim()));
		const last = this.#headers[this.#headers.length - 1] ?? [];
		this.#probe = last.findIndex((cell) => cell !== '');
		this.#probeValue = Buffer.from(last[this.#probe] ?? '');
		this.#names = new Set(last.filter((cell) => cell !== ''));
	}

	/** A first look at one field, quick enough for every record; a quoted field may hold it too. */
	mayBeHeader(bytes: Buffer, starts: Int32Array, ends: Int32Array): boolean {
		if (this.#probe < 0) return false;
		const start = starts[this.#probe] as number;
		const length = (ends[this.#probe] as number) - start;
		const value = this.#probeValue;
		if (length !== value.length && length !== value.length + 2) return false;
		const from = length === value.length ? start : start + 1;
		for (let at = 0; at < value.length; at++) if (bytes[from + at] !== value[at]) return false;
		return true;
	}

	isHeader(cells: readonly string[]): boolean {
		return this.#headers.some(
			(header) =>
				header.length === cells.length &&
				header.every((cell, column) => cell === (cells[column] as string).trim())
		);
	}

	/** A record of another field count belongs to a second table if that table's header was met. */
	ofOtherTable(cells: readonly string[]): boolean {
		const known = cells.filter((cell) => this.#names.has(cell.trim())).length;
		if (known >= 2 && known >= this.#names.size / 2) this.#otherWidth = cells.length;
		return cells.length === this.#otherWidth;
	}
}
