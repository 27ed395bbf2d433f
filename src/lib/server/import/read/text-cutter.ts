import { isUtf8 } from 'node:buffer';
import { isBlank } from '#lib/import/field-bytes.ts';
import type { RejectReason, Warning } from '#lib/import/inspection.ts';
import { byteDialect } from '#lib/import/reading-bytes.ts';
import type { CompleteReading } from '#lib/import/reading-bytes.ts';
import { NUL, STRAY } from '#lib/import/record-scanner.ts';
import { rowCells } from '#lib/import/sample-table.ts';
import { nextLine, ShapeReader } from '#lib/import/shape-reader.ts';
import { isTotalsRow } from '#lib/import/totals-row.ts';
import type { CanonicalWriter } from './canonical-writer.ts';
import type { KnownRows } from './known-rows.ts';
import type { RejectLog } from './reject-log.ts';

/** More than this without a record's end is no record. */
const longestRecord = 16 << 20;
/** Records kept in sight for a totals row at the bottom. */
const tailLength = 4;
/** Reasons about records whose fields are known well. */
const cutWell: ReadonlySet<RejectReason> = new Set([
	'too_few_fields',
	'too_many_fields',
	'repeated_header',
	'other_table'
]);
const replacement = Buffer.from('\uFFFD');

interface Tail {
	bytes: Buffer;
	from: number;
	end: number;
	line: number;
	position: number;
}

/**
 * Cuts UTF-8 chunks into records: fitting ones to the writer, others to the log. `strictFailure` is set
 * and cutting stops when bytes claimed to be UTF-8 are not and nobody has looked at the whole file yet.
 */
export class TextCutter {
	strictFailure = false;
	readonly #reading: CompleteReading;
	readonly #writer: CanonicalWriter;
	readonly #log: RejectLog;
	readonly #known: KnownRows;
	readonly #strict: boolean;
	readonly #transcoded: boolean;
	readonly #shapes: ShapeReader;
	readonly #tail: Tail[] = [];
	#carry: Buffer = Buffer.alloc(0);
	#line = 1;
	#skipTo: number;
	#blank = 0;
	#stray = 0;
	#nul = 0;
	#destroyed = 0;
	#filledUp = 0;
	/** Records with `""` in a file that quotes otherwise: kept, though one quote may be meant. */
	#doubled = 0;

	constructor(
		reading: CompleteReading,
		bodyLine: number,
		parts: { writer: CanonicalWriter; log: RejectLog; known: KnownRows },
		checks: { strict: boolean; transcoded: boolean }
	) {
		this.#reading = reading;
		this.#skipTo = bodyLine;
		this.#writer = parts.writer;
		this.#log = parts.log;
		this.#known = parts.known;
		this.#strict = checks.strict;
		this.#transcoded = checks.transcoded;
		this.#shapes = new ShapeReader(byteDialect(reading), reading.width, reading.shortWidth);
	}

	take(chunk: Buffer): void {
		const work = this.#carry.length > 0 ? Buffer.concat([this.#carry, chunk]) : chunk;
		let used = this.#cut(work, false);
		if (work.length - used > longestRecord) used = this.#giveUp(work, used);
		this.#carry = work.subarray(used);
	}

	async finish(): Promise<Warning[]> {
		this.#cut(this.#carry, true);
		await this.#setTotalsAside();
		const counted: Warning[] = [];
		const count = (code: string, rows: number): void => {
			if (rows > 0) counted.push({ code, facts: {}, count: rows });
		};
		count('blank_records', this.#blank);
		count('stray_quotes', this.#stray);
		count('nul_bytes', this.#nul);
		count('destroyed_letters', this.#destroyed);
		count('doubled_quotes', this.#doubled);
		count('short_records_filled', this.#filledUp);
		return counted;
	}

	/** Cuts all records that end within `work`; returns how many bytes that used. */
	#cut(work: Buffer, last: boolean): number {
		let at = this.#skipLines(work, last);
		if (this.#line < this.#skipTo) return at;
		const end = work.length;
		const suspects = this.#findSuspects(work, last);
		if (this.strictFailure) return end;
		const shapes = this.#shapes;
		const { scanner } = shapes;
		while (at < end && shapes.read(work, at, end, last)) {
			const reason = this.#judge(work, at, suspects);
			if (reason === 'blank') this.#blank++;
			else if (reason) this.#setAside(work, at, reason);
			else this.#keep(work, at);
			this.#line += scanner.lines;
			at = scanner.next;
		}
		return at;
	}

	#judge(work: Buffer, at: number, suspects: boolean): RejectReason | 'blank' | null {
		const { scanner, reason } = this.#shapes;
		if (isBlank(work, scanner, at)) return 'blank';
		if (suspects && this.#isUndecodable(work.subarray(at, scanner.end))) return 'undecodable';
		if (reason === null) {
			const repeated =
				this.#known.mayBeHeader(work, scanner.starts, scanner.ends) &&
				this.#known.isHeader(rowCells(work, scanner));
			return repeated ? 'repeated_header' : null;
		}
		const count = reason === 'too_few_fields' || reason === 'too_many_fields';
		return count && this.#known.ofOtherTable(rowCells(work, scanner)) ? 'other_table' : reason;
	}

	#keep(work: Buffer, at: number): void {
		const { scanner } = this.#shapes;
		const { width } = this.#reading;
		if (scanner.flags & STRAY) this.#stray++;
		if (scanner.flags & NUL && this.#reading.escape !== '\0') this.#nul++;
		if (scanner.fields < width) this.#filledUp++;
		if (this.#reading.quote !== '"' && work.subarray(at, scanner.end).includes('""'))
			this.#doubled++;
		const spare = this.#tail.length < tailLength ? null : (this.#tail.shift() as Tail);
		const tail = spare ?? { bytes: work, from: 0, end: 0, line: 0, position: 0 };
		tail.bytes = work;
		tail.from = at;
		tail.end = scanner.end;
		tail.line = this.#line;
		tail.position = this.#writer.position;
		this.#tail.push(tail);
		this.#writer.record(work, at, scanner, width, this.#line);
	}

	#setAside(work: Buffer, at: number, reason: RejectReason): void {
		const { scanner, fields } = this.#shapes;
		this.#log.add({
			line: this.#line,
			reason,
			fields,
			expected: this.#reading.width,
			raw: work.toString('utf8', at, scanner.end),
			...(cutWell.has(reason) && { cells: rowCells(work, scanner) })
		});
	}

	#skipLines(work: Buffer, last: boolean): number {
		let at = 0;
		while (this.#line < this.#skipTo && at < work.length) {
			const next = nextLine(work, at, work.length);
			// A line end at the very end may be the first half of \r\n.
			if (next === work.length && !last) break;
			at = next;
			this.#line++;
		}
		return at;
	}

	/** Whether any record of this chunk may hold bytes that could not be decoded. */
	#findSuspects(work: Buffer, last: boolean): boolean {
		if (this.#transcoded) return work.includes(replacement);
		let end = work.length;
		// A character may be cut at the end of a chunk: its bytes come again with the next one.
		if (!last)
			while (end > 0 && end > work.length - 4 && ((work[end - 1] as number) & 0x80) !== 0) end--;
		if (isUtf8(work.subarray(0, end))) {
			return work.includes(replacement);
		}
		if (this.#strict) this.strictFailure = true;
		return true;
	}

	#isUndecodable(record: Buffer): boolean {
		if (this.#transcoded) return record.includes(replacement);
		if (!isUtf8(record)) return true;
		if (record.includes(replacement)) this.#destroyed++;
		return false;
	}

	#giveUp(work: Buffer, at: number): number {
		this.#log.add({
			line: this.#line,
			reason: 'unclosed_quote',
			fields: 1,
			expected: this.#reading.width,
			raw: work.toString('utf8', at)
		});
		return work.length;
	}

	async #setTotalsAside(): Promise<void> {
		if (this.#reading.totals === 'keep') return;
		const { scanner } = this.#shapes;
		for (let tail = this.#tail.pop(); tail; tail = this.#tail.pop()) {
			scanner.scan(tail.bytes, tail.from, tail.end, true);
			const cells = rowCells(tail.bytes, scanner);
			if (!isTotalsRow(cells)) return;
			await this.#writer.takeBack(tail.position, 1);
			this.#log.add({
				line: tail.line,
				reason: 'totals_row',
				fields: cells.length,
				expected: this.#reading.width,
				raw: tail.bytes.toString('utf8', tail.from, tail.end),
				cells
			});
		}
	}
}
