/**
 * How records are written, in bytes. `escape` is the byte before a quote inside a quoted field; where
 * it equals `quote`, quotes are doubled. `quote` −1: nothing is quoted. `second` follows the
 * delimiter (the blank of `, `), −1 if it is one byte.
 */
export interface ByteDialect {
	readonly delimiter: number;
	readonly second: number;
	readonly quote: number;
	readonly escape: number;
}

export const QUOTED = 1;
/** Written differently from its value: an escape other than a doubled quote, a stray quote, a tail. */
export const ODD = 2;
/** Must be quoted in the canonical form: holds a comma, a quote or a line end outside quotes. */
export const NEEDS_QUOTES = 4;
/** A quote inside a quoted field that neither closes it nor is escaped. */
export const STRAY = 8;
export const NUL = 16;
/** A quote inside a field that is not quoted. */
export const LOOSE = 32;

const LF = 10;
const CR = 13;
const COMMA = 44;
const DOUBLE_QUOTE = 34;
/** A quoted field longer than this is one that was never closed. */
const longestField = 1 << 20;

/**
 * Finds one record at a time in UTF-8 bytes (or any encoding that keeps ASCII bytes for ASCII).
 * `\n`, `\r\n` and a lone `\r` end a record alike. Results stay in the scanner until the next call, so
 * that reading gigabytes makes no objects.
 */
export class RecordScanner {
	/** Where the next record starts. */
	next = 0;
	/** End of the record without its line end. */
	end = 0;
	fields = 0;
	/** Physical line ends the record holds, its own included. */
	lines = 0;
	/** Union of the flags of its fields. */
	flags = 0;
	/** A quote was open at the end of the bytes, or for longer than any field is. */
	unclosed = false;
	/** Ended by the end of the bytes, not by a line end. */
	atEnd = false;
	starts = new Int32Array(64);
	ends = new Int32Array(64);
	marks = new Uint8Array(64);

	readonly dialect: ByteDialect;
	readonly #plain: Uint8Array;
	readonly #inside: Uint8Array;

	constructor(dialect: ByteDialect) {
		this.dialect = dialect;
		this.#plain = new Uint8Array(256);
		for (const byte of [LF, CR, 0, COMMA, DOUBLE_QUOTE, dialect.delimiter]) this.#plain[byte] = 1;
		this.#inside = new Uint8Array(256);
		for (const byte of [LF, CR, 0]) this.#inside[byte] = 1;
		if (dialect.quote >= 0) {
			this.#plain[dialect.quote] = 1;
			this.#inside[dialect.quote] = 1;
			this.#inside[dialect.escape] = 1;
		}
	}

	/**
	 * Reads the record at `from`. False when the bytes end before it does and more are to come
	 * (`last` false); nothing is to be used then.
	 */
	scan(bytes: Uint8Array, from: number, end: number, last: boolean): boolean {
		const { delimiter, second, quote } = this.dialect;
		const plain = this.#plain;
		let at = from;
		let field = 0;
		let flags = 0;
		let { starts, ends, marks } = this;
		this.lines = 0;
		this.flags = 0;
		this.unclosed = false;
		this.atEnd = false;
		for (;;) {
			if (field === starts.length) {
				this.#grow();
				({ starts, ends, marks } = this);
			}
			let mark = 0;
			starts[field] = at;
			if (at < end && bytes[at] === quote) {
				const closed = this.#quoted(bytes, at, end, last);
				if (closed === -1) return false;
				mark = this.#mark;
				at = closed;
				if (this.unclosed) {
					ends[field] = at;
					marks[field] = mark;
					this.flags = flags | mark;
					this.fields = field + 1;
					this.end = at;
					this.next = at;
					this.atEnd = last;
					this.lines++;
					return true;
				}
			} else {
				for (;;) {
					while (at < end && plain[bytes[at] as number] === 0) at++;
					if (at === end) break;
					const byte = bytes[at] as number;
					if (byte === LF || byte === CR) break;
					if (byte === delimiter) {
						if (second < 0) break;
						if (at + 1 === end && !last) return false;
						if (bytes[at + 1] === second) break;
						mark |= NEEDS_QUOTES;
					} else if (byte === 0) mark |= NUL | ODD;
					else mark |= byte === quote ? NEEDS_QUOTES | LOOSE : NEEDS_QUOTES;
					at++;
				}
			}
			ends[field] = at;
			marks[field] = mark;
			flags |= mark;
			field++;
			if (at < end && bytes[at] === delimiter) {
				at += second < 0 ? 1 : 2;
				continue;
			}
			break;
		}
		this.flags = flags;
		this.fields = field;
		this.end = at;
		if (at === end) {
			if (!last) return false;
			this.atEnd = true;
			this.next = at;
			this.lines++;
			return true;
		}
		if (bytes[at] === CR) {
			if (at + 1 === end && !last) return false;
			at += at + 1 < end && bytes[at + 1] === LF ? 2 : 1;
		} else at++;
		this.lines++;
		this.next = at;
		return true;
	}

	#mark = 0;

	/** From an opening quote to the delimiter or line end behind the closing one; −1: more bytes needed. */
	#quoted(bytes: Uint8Array, from: number, end: number, last: boolean): number {
		const { quote, escape } = this.dialect;
		const inside = this.#inside;
		let at = from + 1;
		let mark = QUOTED;
		for (;;) {
			while (at < end && inside[bytes[at] as number] === 0) at++;
			if (at >= end || at - from > longestField) {
				if (!last && at - from <= longestField) return -1;
				this.unclosed = true;
				this.#mark = mark | ODD;
				return end;
			}
			const byte = bytes[at] as number;
			if (byte === escape && escape !== quote) {
				if (at + 1 === end && !last) return -1;
				const following = bytes[at + 1];
				if (at + 1 < end && (following === quote || following === escape)) {
					mark |= ODD;
					at += 2;
					continue;
				}
			}
			if (byte === quote) {
				const behind = this.#behind(bytes, at + 1, end, last);
				if (behind === -1) return -1;
				if (behind > 0) {
					if (behind !== at + 1) mark |= ODD;
					this.#mark = mark;
					return behind;
				}
				if (bytes[at + 1] === quote) at += 2;
				else {
					mark |= STRAY | ODD;
					at++;
				}
				continue;
			}
			if (byte === LF) this.lines++;
			else if (byte === CR) {
				if (at + 1 === end && !last) return -1;
				if (bytes[at + 1] !== LF) this.lines++;
			} else if (byte === 0) mark |= NUL | ODD;
			at++;
		}
	}

	/** Where a field ends whose quote closed just before `at`; 0 if that quote did not close it. */
	#behind(bytes: Uint8Array, at: number, end: number, last: boolean): number {
		const { delimiter, second } = this.dialect;
		let place = at;
		// Blanks between a closing quote and the delimiter are no part of the value.
		if (delimiter !== 32) while (place < end && bytes[place] === 32) place++;
		if (place === end) return last ? place : -1;
		const byte = bytes[place] as number;
		if (byte === LF || byte === CR) return place;
		if (byte !== delimiter) return 0;
		if (second < 0) return place;
		if (place + 1 === end) return last ? 0 : -1;
		return bytes[place + 1] === second ? place : 0;
	}

	#grow(): void {
		const wider = (old: Int32Array): Int32Array<ArrayBuffer> => {
			const grown = new Int32Array(old.length * 2);
			grown.set(old);
			return grown;
		};
		this.starts = wider(this.starts);
		this.ends = wider(this.ends);
		const marks = new Uint8Array(this.marks.length * 2);
		marks.set(this.marks);
		this.marks = marks;
	}
}
