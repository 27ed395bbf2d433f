import type { Reading } from './mapping.ts';
import { NEEDS_QUOTES, QUOTED, RecordScanner, STRAY } from './record-scanner.ts';
import { byteDialect } from './reading-bytes.ts';
import { nextLine } from './shape-reader.ts';

type Dialect = Required<Pick<Reading, 'delimiter' | 'quote' | 'escape'>>;

const delimiters = [',', ';', '\t', '|', ', ', '; ', ' '] as const;
const recordsTried = 2000;
/** A single column is believed only where no delimiter does half-way well. */
const singleColumnScore = 0.25;
/** Blanks separate words more often than fields. */
const blankWeight = 0.6;
/** Fields quoted from delimiter to delimiter are good evidence, however uneven the records are. */
const quotedBonus = 0.1;

/**
 * The delimiter, quote and escape that cut the first records most evenly; what is given is kept. `text`
 * is the sample as UTF-8; each candidate is tried from each line start, so that one broken line does
 * not spoil the count of those behind it.
 */
export function sniffDialect(text: Uint8Array, given: Reading = {}): Dialect {
	let best: Dialect = { delimiter: ',', quote: '"', escape: given.escape ?? 'doubled' };
	let bestTrial: Trial = { score: -1, even: 0, quoted: 0, broken: 0 };
	for (const delimiter of given.delimiter ? [given.delimiter] : delimiters) {
		for (const quote of given.quote !== undefined ? [given.quote] : (['"', "'"] as const)) {
			const dialect: Dialect = { delimiter, quote, escape: given.escape ?? 'doubled' };
			let trial = tryDialect(text, dialect, quote === "'" && given.quote === undefined);
			if (quote === '"' && given.quote === undefined && trial.broken > trial.quoted) {
				// Some logs quote nothing: their quotes are letters, and without them every record is even.
				const plain = tryDialect(text, { ...dialect, quote: '' }, false);
				if (plain.even > 0.99 && plain.score > trial.score) {
					dialect.quote = '';
					trial = plain;
				}
			}
			if (trial.score > bestTrial.score + 1e-9) {
				best = dialect;
				bestTrial = trial;
			}
		}
	}
	if (given.escape) return best;
	// Another escape is in use only if it explains nearly every quote that doubling leaves astray.
	for (const escape of ['\\', '\0'] as const) {
		const dialect: Dialect = { ...best, escape };
		if (
			best.quote !== '' &&
			bestTrial.broken > 0 &&
			tryDialect(text, dialect, false).broken * 5 < bestTrial.broken
		) {
			return dialect;
		}
	}
	return best;
}

interface Trial {
	/** 0–1: share of records with the commonest field count, less for few fields and stray quotes. */
	readonly score: number;
	/** Share of records with the commonest field count, of two and more. */
	readonly even: number;
	/** Records with quoted fields. */
	readonly quoted: number;
	/** Records with a quote that is astray or never closed. */
	readonly broken: number;
}

function tryDialect(text: Uint8Array, dialect: Dialect, mustQuote: boolean): Trial {
	const bytes = byteDialect(dialect);
	const scanner = new RecordScanner(bytes);
	const counts = new Map<number, number>();
	let records = 0;
	let broken = 0;
	let loose = 0;
	let quoted = 0;
	for (let at = 0; at < text.length && records < recordsTried;) {
		scanner.scan(text, at, text.length, true);
		const isBroken = scanner.unclosed || (scanner.flags & STRAY) !== 0;
		const isCut = scanner.atEnd && records > 2 && isBroken;
		if (scanner.end > at && !isCut) {
			records++;
			if (isBroken) broken++;
			else {
				if (scanner.flags & QUOTED) quoted++;
				if (hasLooseQuote(text, scanner, bytes.quote)) loose++;
				counts.set(scanner.fields, (counts.get(scanner.fields) ?? 0) + 1);
			}
		}
		at = isBroken ? nextLine(text, at, text.length) : scanner.next;
	}
	if (records === 0 || (mustQuote && quoted === 0)) return { score: -1, even: 0, quoted, broken };
	let width = 1;
	let most = 0;
	for (const [fields, count] of counts) {
		if (count > most || (count === most && fields > width)) [width, most] = [fields, count];
	}
	const doubt = (broken + loose / 2) / records;
	if (width === 1) return { score: singleColumnScore * (1 - doubt), even: 0, quoted, broken };
	const even = most / records;
	const worth = even * (1 - 1 / width) * (1 - doubt / 2);
	const weight = dialect.delimiter === ' ' ? blankWeight : 1;
	const score = worth * weight + (quoted > records / 2 ? quotedBonus : 0);
	return { score, even, quoted, broken };
}

/** A field that begins with blanks and a quote: the delimiter before it is probably another. */
function hasLooseQuote(text: Uint8Array, scanner: RecordScanner, quote: number): boolean {
	if ((scanner.flags & NEEDS_QUOTES) === 0) return false;
	for (let field = 0; field < scanner.fields; field++) {
		if (((scanner.marks[field] as number) & QUOTED) !== 0) continue;
		const end = scanner.ends[field] as number;
		let at = scanner.starts[field] as number;
		while (at < end && text[at] === 32) at++;
		if (at < end && text[at] === quote) return true;
	}
	return false;
}
