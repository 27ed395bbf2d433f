import type { RejectReason } from './inspection.ts';
import { LOOSE, RecordScanner, STRAY } from './record-scanner.ts';
import type { ByteDialect } from './record-scanner.ts';

/** Bytes read behind an open quote in search of a good record before the first line alone is given up. */
const searchedBytes = 8 << 20;
const LF = 10;
const CR = 13;

/**
 * Cuts bytes into records of the right field count and records to set aside. An open quote would
 * swallow the good records behind it, so a record that spans lines and does not fit is cut down to
 * its first lines as soon as a later line of it starts a record that does fit.
 *
 * After `read` returns true: `reason` null means `scanner` holds a record that fits; otherwise the
 * bytes `from`–`scanner.end` are to be set aside.
 */
export class ShapeReader {
	readonly scanner: RecordScanner;
	readonly #probe: RecordScanner;
	readonly #width: number;
	readonly #shortWidth: number;
	reason: RejectReason | null = null;
	/** Field count of the record as it was read, also of one set aside. */
	fields = 0;

	constructor(dialect: ByteDialect, width: number, shortWidth?: number) {
		this.scanner = new RecordScanner(dialect);
		this.#probe = new RecordScanner(dialect);
		this.#width = width;
		this.#shortWidth = shortWidth ?? width;
	}

	#fits(fields: number): boolean {
		return fields === this.#width || fields === this.#shortWidth;
	}

	/** False: more bytes are needed. `last`: there are none behind `end`. */
	read(bytes: Uint8Array, from: number, end: number, last: boolean): boolean {
		const { scanner } = this;
		if (!scanner.scan(bytes, from, end, last)) return false;
		this.fields = scanner.fields;
		const fits = this.#fits(scanner.fields) && !scanner.unclosed;
		if (fits && (scanner.flags & (STRAY | LOOSE)) === 0) {
			this.reason = null;
			return true;
		}
		if (scanner.lines > 1 && (!fits || (scanner.flags & STRAY) !== 0)) {
			const cut = this.#resume(bytes, from, scanner.end, end, last);
			if (cut === -1) return false;
			if (cut > 0) {
				this.#cutDown(bytes, from, cut);
				this.reason = 'unclosed_quote';
				return true;
			}
		}
		if (fits) {
			this.reason = this.#mayBeShifted(bytes) ? 'stray_quote' : null;
			return true;
		}
		if (scanner.unclosed) {
			const line = nextLine(bytes, from, end);
			if (line < end) this.#cutDown(bytes, from, line);
			this.reason = scanner.atEnd && line >= end ? 'truncated' : 'unclosed_quote';
			return true;
		}
		const few = scanner.fields < this.#width;
		this.reason = few ? (scanner.atEnd ? 'truncated' : 'too_few_fields') : 'too_many_fields';
		return true;
	}

	/** The first line start behind `from` that begins a record that fits; 0: none; −1: more bytes needed. */
	#resume(bytes: Uint8Array, from: number, until: number, end: number, last: boolean): number {
		let line = nextLine(bytes, from, end);
		let searched = 0;
		while (line < until && searched < searchedBytes) {
			const complete = this.#probe.scan(bytes, line, end, last);
			if (!complete) return -1;
			searched += this.#probe.next - line;
			const { fields, unclosed, flags } = this.#probe;
			if (this.#width > 1 && this.#fits(fields) && !unclosed && (flags & STRAY) === 0) return line;
			line = nextLine(bytes, line, end);
		}
		return 0;
	}

	/**
	 * The count fits, but quotes make it doubtful where fields begin: one inside a quoted field stands
	 * beside a delimiter (`"a,"b,c"`), or one opens in the middle of a field and closes another
	 * (`1"a, b",c`).
	 */
	#mayBeShifted(bytes: Uint8Array): boolean {
		const { scanner } = this;
		const { quote, delimiter } = scanner.dialect;
		let opened = false;
		for (let field = 0; field < scanner.fields; field++) {
			const mark = scanner.marks[field] as number;
			const start = scanner.starts[field] as number;
			const end = scanner.ends[field] as number;
			if ((mark & (STRAY | LOOSE)) === 0) continue;
			const stray = (mark & STRAY) !== 0;
			let quotes = 0;
			let opens = false;
			for (let at = start; at < end; at++) {
				if (bytes[at] !== quote) continue;
				quotes++;
				if (at === start || at === end - 1) continue;
				const following = bytes[at + 1] as number;
				if (stray && (bytes[at - 1] === delimiter || following === delimiter)) return true;
				if (following > 32 && following !== quote) opens = true;
			}
			// Quotes in pairs stay within their field (`="00123"`).
			if (stray || quotes % 2 === 0) continue;
			if (opened && bytes[end - 1] === quote) return true;
			if (opens) opened = true;
		}
		return false;
	}

	/** Leaves only the lines before `cut` to the record. */
	#cutDown(bytes: Uint8Array, from: number, cut: number): void {
		let lines = 0;
		for (let at = from; at < cut; at = nextLine(bytes, at, cut)) lines++;
		this.scanner.lines = lines;
		this.scanner.next = cut;
		this.scanner.atEnd = false;
		let contentEnd = cut;
		if (bytes[contentEnd - 1] === LF) contentEnd--;
		if (bytes[contentEnd - 1] === CR) contentEnd--;
		this.scanner.end = Math.max(from, contentEnd);
	}
}

/** Start of the line behind the one at `at`; `end` if there is none. */
export function nextLine(bytes: Uint8Array, at: number, end: number): number {
	for (let place = at; place < end; place++) {
		const byte = bytes[place];
		if (byte === LF) return place + 1;
		if (byte === CR) return place + 1 < end && bytes[place + 1] === LF ? place + 2 : place + 1;
	}
	return end;
}
