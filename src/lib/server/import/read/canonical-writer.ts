import type { FileHandle } from 'node:fs/promises';
import { valueBytes } from '#lib/import/field-bytes.ts';
import { NEEDS_QUOTES, ODD, QUOTED } from '#lib/import/record-scanner.ts';
import type { RecordScanner } from '#lib/import/record-scanner.ts';

const COMMA = 44;
const QUOTE = 34;
const LF = 10;

/**
 * Writes records in the one canonical form: physical line, then every field; comma, double quotes,
 * `\n`, UTF-8. Records that are in that form already are copied as they are.
 */
export class CanonicalWriter {
	records = 0;
	/** Some record stands on more than one line. */
	spansLines = false;
	readonly #handle: FileHandle;
	#out = Buffer.allocUnsafe(4 << 20);
	#at = 0;
	#flushed = 0;

	constructor(handle: FileHandle) {
		this.#handle = handle;
	}

	/** Bytes written so far: where the next record will start. */
	get position(): number {
		return this.#flushed + this.#at;
	}

	/** `width` fields are written; missing ones at the end as empty. */
	record(bytes: Buffer, from: number, scanner: RecordScanner, width: number, line: number): void {
		const { dialect, flags, fields } = scanner;
		if (scanner.lines > 1) this.spansLines = true;
		this.#reserve((scanner.end - from) * 2 + width * 3 + 32);
		this.#number(line);
		this.#out[this.#at++] = COMMA;
		const same =
			dialect.delimiter === COMMA &&
			dialect.second < 0 &&
			(dialect.quote === QUOTE || (flags & QUOTED) === 0) &&
			(flags & (ODD | NEEDS_QUOTES)) === 0;
		if (same) this.#copy(bytes, from, scanner.end);
		else {
			for (let field = 0; field < fields; field++) {
				if (field > 0) this.#out[this.#at++] = COMMA;
				this.#field(bytes, scanner, field);
			}
		}
		for (let field = fields; field < width; field++) this.#out[this.#at++] = COMMA;
		this.#out[this.#at++] = LF;
		this.records++;
	}

	/** A record of values, as a sheet gives them. */
	values(values: readonly string[], width: number, line: number): void {
		let text = `${line}`;
		for (let column = 0; column < width; column++) {
			const value = values[column] ?? '';
			if (/[\n\r]/.test(value)) this.spansLines = true;
			text += /[",\n\r]/.test(value) ? `,"${value.replaceAll('"', '""')}"` : `,${value}`;
		}
		text += '\n';
		this.#reserve(text.length * 3);
		this.#at += this.#out.write(text, this.#at);
		this.records++;
	}

	#field(bytes: Buffer, scanner: RecordScanner, field: number): void {
		const mark = scanner.marks[field] as number;
		const start = scanner.starts[field] as number;
		const end = scanner.ends[field] as number;
		const quoted = (mark & QUOTED) !== 0;
		if ((mark & ODD) === 0) {
			if (quoted ? scanner.dialect.quote === QUOTE : (mark & NEEDS_QUOTES) === 0) {
				this.#copy(bytes, start, end);
				return;
			}
		}
		const value = valueBytes(bytes, scanner, field, scanner.dialect);
		this.#out[this.#at++] = QUOTE;
		for (const byte of value) {
			if (byte === QUOTE) this.#out[this.#at++] = QUOTE;
			this.#out[this.#at++] = byte;
		}
		this.#out[this.#at++] = QUOTE;
	}

	#copy(bytes: Buffer, from: number, to: number): void {
		if (to - from < 24) {
			for (let at = from; at < to; at++) this.#out[this.#at++] = bytes[at] as number;
			return;
		}
		bytes.copy(this.#out, this.#at, from, to);
		this.#at += to - from;
	}

	#number(value: number): void {
		let digits = 1;
		for (let power = 10; power <= value; power *= 10) digits++;
		let rest = value;
		for (let at = this.#at + digits - 1; at >= this.#at; at--) {
			this.#out[at] = 48 + (rest % 10);
			rest = Math.floor(rest / 10);
		}
		this.#at += digits;
	}

	#reserve(length: number): void {
		if (this.#out.length - this.#at >= length) return;
		const grown = Buffer.allocUnsafe(Math.max(this.#out.length * 2, this.#at + length));
		this.#out.copy(grown, 0, 0, this.#at);
		this.#out = grown;
	}

	async flush(): Promise<void> {
		let from = 0;
		while (from < this.#at) {
			const { bytesWritten } = await this.#handle.write(
				this.#out,
				from,
				this.#at - from,
				this.#flushed
			);
			from += bytesWritten;
			this.#flushed += bytesWritten;
		}
		this.#at = 0;
	}

	/** Takes back what was written from `position` on; `records` of it. */
	async takeBack(position: number, records: number): Promise<void> {
		await this.flush();
		await this.#handle.truncate(position);
		this.#flushed = position;
		this.records -= records;
	}
}
