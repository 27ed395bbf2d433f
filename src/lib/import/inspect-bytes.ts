import { decodeText } from './decode-text.ts';
import { byteOrderMark, chooseEncoding, encodingDoubt } from './encoding.ts';
import type { EncodingChoice, Inspection, Refusal } from './inspection.ts';
import { inspectTable } from './inspect-table.ts';
import type { Reading } from './mapping.ts';
import type { Kind, Targets } from './propose-mapping.ts';
import { refuseText } from './refuse-text.ts';
import { sampleColumns } from './sample-columns.ts';
import { cutDifferently } from './second-reader.ts';
import { judgedBytes, planText } from './text-plan.ts';

export interface InspectOptions {
	/** The bytes are the whole file, not its first part. */
	readonly whole: boolean;
	/** What a person has set; the rest is detected. */
	readonly reading?: Reading;
	readonly kind?: Kind;
	/** Fields a person gave to columns, by position. */
	readonly targets?: Targets;
}

const linesShown = 30;
const charactersShown = 500;
const recordsLooked = 100_000;

/**
 * What the first bytes of a file promise: encoding, dialect, header and a proposal per column. Workbooks
 * and gzip are recognised and left to the server.
 */
export function inspectBytes(bytes: Uint8Array, options: InspectOptions): Inspection {
	const format = workbookOf(bytes);
	if (format !== 'text') return nothing(format, false, null, null);
	if (bytes[0] === 0x1f && bytes[1] === 0x8b) return nothing('text', true, null, null);
	if (bytes.length === 0) return nothing('text', false, null, { code: 'empty_file', facts: {} });
	const given = options.reading?.encoding;
	const encoding: EncodingChoice =
		given !== undefined && !byteOrderMark(bytes)
			? { encoding: given, by: 'chosen', evidence: [] }
			: chooseEncoding(bytes, options.whole);
	return inspectUtf8(decodeText(bytes, encoding.encoding), encoding, options);
}

/** The same for a text that is decoded already. */
export function inspectText(text: string, options: InspectOptions): Inspection {
	return inspectUtf8(new TextEncoder().encode(text), null, options);
}

function inspectUtf8(
	text: Uint8Array,
	encoding: EncodingChoice | null,
	{ whole, reading = {}, kind, targets }: InspectOptions
): Inspection {
	const refusal = refuseText(text);
	if (refusal) return nothing('text', false, encoding, refusal);
	const asked: Reading = encoding ? { ...reading, encoding: encoding.encoding } : reading;
	const plan = planText(text, whole, asked);
	const sample = sampleColumns(text, whole, plan.reading, plan.layout.bodyLine, recordsLooked);
	const doubt = cutDifferently(plan.rows, text.subarray(0, judgedBytes), plan.reading);
	const headerDoubtful = plan.warnings.some(({ code }) => code === 'header_width');
	const { header, width } = plan.layout;
	const table = { header, width, columns: sample.columns, headerDoubtful };
	const inspected = inspectTable(table, plan.reading, kind, targets);
	const lines = new TextDecoder().decode(text.subarray(0, 1 << 16)).split(/\r\n|\n|\r/);
	return {
		format: 'text',
		gzip: false,
		encoding,
		reading: plan.reading,
		sheets: [],
		firstLines: lines
			.slice(0, linesShown)
			.map((line, at) => ({ line: at + 1, text: line.slice(0, charactersShown) })),
		...inspected,
		warnings: [
			...(encoding ? encodingDoubt(encoding) : []),
			...plan.warnings,
			...(doubt ? [doubt] : []),
			...inspected.warnings
		],
		refusal: null,
		sample: { records: sample.records, whole: sample.complete }
	};
}

function workbookOf(bytes: Uint8Array): Inspection['format'] {
	const [one, two, three, four] = bytes;
	if (one === 0x50 && two === 0x4b && three === 3 && four === 4) {
		const head = new TextDecoder('latin1').decode(bytes.subarray(0, 128));
		return head.includes('application/vnd.oasis.opendocument.spreadsheet') ? 'ods' : 'xlsx';
	}
	return one === 0xd0 && two === 0xcf && three === 0x11 && four === 0xe0 ? 'xls' : 'text';
}

/** An inspection that could not look inside. */
export function nothing(
	format: Inspection['format'],
	gzip: boolean,
	encoding: EncodingChoice | null,
	refusal: Refusal | null
): Inspection {
	const mapping = {
		version: 1,
		kind: 'cases',
		reading: {},
		columns: [],
		fingerprint: null
	} as const;
	return {
		format,
		gzip,
		encoding,
		reading: {},
		sheets: [],
		firstLines: [],
		columns: [],
		mapping: { ...mapping, columns: [] },
		fingerprint: null,
		questions: [],
		warnings: [],
		refusal,
		sample: { records: 0, whole: false }
	};
}
