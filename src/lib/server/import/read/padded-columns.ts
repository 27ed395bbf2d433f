import { ODD, QUOTED } from '#lib/import/record-scanner.ts';
import type { RecordScanner } from '#lib/import/record-scanner.ts';

const BLANK = 32;

/**
 * Notes in which columns some value begins or ends with a blank (ASCII, no-break or ideographic), so
 * that only those need be trimmed later. May name a column too many, never one too few.
 */
export class PaddedColumns {
	#marks = new Uint8Array(64);

	get positions(): number[] {
		return [...this.#marks.keys()].filter((column) => this.#marks[column] === 1);
	}

	/** The record in the scanner. */
	record(bytes: Uint8Array, scanner: RecordScanner): void {
		const { fields, starts, ends, marks } = scanner;
		if (fields > this.#marks.length) this.#grow(fields);
		for (let column = 0; column < fields; column++) {
			if (this.#marks[column] === 1) continue;
			const mark = marks[column] as number;
			const inside = mark & QUOTED ? 1 : 0;
			const first = (starts[column] as number) + inside;
			const last = (ends[column] as number) - inside - 1;
			if (last < first) continue;
			if ((mark & ODD) !== 0 || startsBlank(bytes, first) || endsBlank(bytes, last))
				this.#marks[column] = 1;
		}
	}

	values(values: readonly string[]): void {
		if (values.length > this.#marks.length) this.#grow(values.length);
		for (const [column, value] of values.entries())
			if (value !== value.trim()) this.#marks[column] = 1;
	}

	#grow(width: number): void {
		const wider = new Uint8Array(width * 2);
		wider.set(this.#marks);
		this.#marks = wider;
	}
}

function startsBlank(bytes: Uint8Array, at: number): boolean {
	const byte = bytes[at] as number;
	if (byte <= BLANK) return true;
	if (byte === 0xc2) return bytes[at + 1] === 0xa0;
	return byte === 0xe3 && bytes[at + 1] === 0x80 && bytes[at + 2] === 0x80;
}

function endsBlank(bytes: Uint8Array, at: number): boolean {
	const byte = bytes[at] as number;
	if (byte <= BLANK) return true;
	if (byte === 0xa0) return bytes[at - 1] === 0xc2;
	return byte === 0x80 && bytes[at - 1] === 0x80 && bytes[at - 2] === 0xe3;
}
