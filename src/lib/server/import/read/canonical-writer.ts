import { open, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { valueBytes } from '#lib/import/field-bytes.ts';
import { NEEDS_QUOTES, ODD, QUOTED } from '#lib/import/record-scanner.ts';
import type { RecordScanner } from '#lib/import/record-scanner.ts';
import { PaddedColumns } from './padded-columns.ts';

const COMMA = 44;
const QUOTE = 34;
const LF = 10;
/** A piece is read by one thread at a time. */
const pieceBytes = 8 << 20;

interface Piece {
	readonly path: string;
	readonly handle: FileHandle;
	/** Bytes of the pieces before it. */
	readonly start: number;
}

/**
 * Writes records in the one canonical form: physical line, then every field; comma, double quotes,
 * `\n`, UTF-8. Records that are in that form already are copied as they are.
 */
export class CanonicalWriter {
	records = 0;
	readonly #folder: string;
	readonly #pieces: Piece[] = [];
	readonly #padded = new PaddedColumns();
	#out = Buffer.allocUnsafe(4 << 20);
	#at = 0;
	#flushed = 0;

	constructor(folder: string) {
		this.#folder = folder;
	}

	/** The files written, in order. */
	get pieces(): string[] {
		return this.#pieces.map(({ path }) => path);
	}

	/** Columns in which some value may begin or end with a blank. */
	get padded(): number[] {
		return this.#padded.positions;
	}

	/** Bytes written so far: where the next record will start. */
	get position(): number {
		return this.#flushed + this.#at;
	}

	/** `width` fields are written; missing ones at the end as empty. */
	record(bytes: Buffer, from: number, scanner: RecordScanner, width: number, line: number): void {
		const { dialect, flags, fields } = scanner;
		this.#padded.record(bytes, scanner);
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
		this.#padded.values(values);
		let text = `${line}`;
		for (let column = 0; column < width; column++) {
			const value = values[column] ?? '';
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
		const piece = await this.#openPiece();
		let from = 0;
		while (from < this.#at) {
			const { bytesWritten } = await piece.handle.write(
				this.#out,
				from,
				this.#at - from,
				this.#flushed - piece.start
			);
			from += bytesWritten;
			this.#flushed += bytesWritten;
		}
		this.#at = 0;
	}

	/** Takes back what was written from `position` on; `records` of it. */
	async takeBack(position: number, records: number): Promise<void> {
		await this.flush();
		let piece = await this.#openPiece();
		while (piece.start > position) {
			await piece.handle.close();
			await rm(piece.path);
			this.#pieces.pop();
			const { path, start } = this.#pieces[this.#pieces.length - 1] as Piece;
			piece = { path, handle: await open(path, 'r+'), start };
			this.#pieces[this.#pieces.length - 1] = piece;
		}
		await piece.handle.truncate(position - piece.start);
		this.#flushed = position;
		this.records -= records;
	}

	async close(): Promise<void> {
		await this.#pieces.at(-1)?.handle.close();
	}

	/** The piece that is written to; only the last one is open. */
	async #openPiece(): Promise<Piece> {
		const last = this.#pieces.at(-1);
		if (last && this.#flushed - last.start < pieceBytes) return last;
		await last?.handle.close();
		const path = join(this.#folder, `canonical-${this.#pieces.length + 1}.csv`);
		const piece = { path, handle: await open(path, 'w'), start: this.#flushed };
		this.#pieces.push(piece);
		return piece;
	}
}
