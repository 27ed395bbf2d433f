import type { MergeRange } from 'hucre/xlsx';
import type { SheetChoice } from '#lib/import/inspection.ts';
import { ZipEntries } from './zip-entries.ts';

/** Packed bytes of a sheet that hold enough rows to tell the number formats of its columns. */
const headBytes = 1 << 16;
/** Formats every workbook knows by number that change how a value is written as text. */
const builtIn: Readonly<Record<number, string>> = {
	18: 'h:mm AM/PM',
	19: 'h:mm:ss AM/PM',
	20: 'h:mm',
	21: 'h:mm:ss',
	45: 'mm:ss',
	46: '[h]:mm:ss',
	47: 'mm:ss.0'
};

const attribute = (attributes: string, name: string): string =>
	new RegExp(`(?:^|\\s)${name}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1] ?? '';
const plain = (text: string): string =>
	text
		.replaceAll('&quot;', '"')
		.replaceAll('&apos;', "'")
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&amp;', '&');

/**
 * What a workbook says about its sheets, read from its small parts only: a workbook library parses all
 * shared texts before it says the name of a sheet, which takes seconds and gigabytes.
 */
export class XlsxParts {
	readonly is1904: boolean;
	readonly #zip: ZipEntries;
	readonly #paths = new Map<string, string>();
	readonly #hidden = new Set<string>();

	constructor(bytes: Buffer) {
		this.#zip = new ZipEntries(bytes);
		const book = this.#zip.text('xl/workbook.xml');
		if (book === '') throw new Error('no workbook');
		const date1904 = attribute(/<(?:\w+:)?workbookPr\b([^>]*)>/.exec(book)?.[1] ?? '', 'date1904');
		this.is1904 = date1904 === '1' || date1904 === 'true';
		const targets = new Map<string, string>();
		const relations = this.#zip.text('xl/_rels/workbook.xml.rels');
		for (const [, attributes = ''] of relations.matchAll(/<(?:\w+:)?Relationship\b([^>]*)>/g)) {
			const target = attribute(attributes, 'Target');
			const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
			targets.set(attribute(attributes, 'Id'), path);
		}
		for (const [, attributes = ''] of book.matchAll(/<(?:\w+:)?sheet\b([^>]*)>/g)) {
			const name = plain(attribute(attributes, 'name'));
			this.#paths.set(name, targets.get(attribute(attributes, '(?:\\w+:)?id')) ?? '');
			if (attribute(attributes, 'state') !== '' && attribute(attributes, 'state') !== 'visible') {
				this.#hidden.add(name);
			}
		}
	}

	sheets(): SheetChoice[] {
		return [...this.#paths].map(([name, path]) => {
			const head = this.#zip.text(path, headBytes);
			const range = /<(?:\w+:)?dimension\b[^>]*\bref=["'](?:[A-Z]+\d+:)?[A-Z]+(\d+)["']/.exec(head);
			const rows = /<(?:\w+:)?row\b/.test(head) ? (range ? Number(range[1]) : null) : 0;
			return { name, hidden: this.#hidden.has(name), rows };
		});
	}

	/** The commonest number format of each column's numbers among its first rows. */
	columnFormats(sheet: string): string[] {
		const styles = this.#styleFormats();
		const counts: Map<string, number>[] = [];
		const head = this.#zip.text(this.#paths.get(sheet) ?? '', headBytes);
		for (const [, cell = ''] of head.matchAll(/<(?:\w+:)?c\s([^>]*[^/])>(?=<(?:\w+:)?[vf]\b)/g)) {
			const type = attribute(cell, 't');
			if (type !== '' && type !== 'n') continue;
			const column = columnOf(attribute(cell, 'r'));
			if (column < 0) continue;
			const format = styles[Number(attribute(cell, 's'))] ?? '';
			const count = (counts[column] ??= new Map<string, number>());
			count.set(format, (count.get(format) ?? 0) + 1);
		}
		return Array.from(counts, (count) => commonest(count ?? new Map()));
	}

	/** Merged cells stand behind all rows of a sheet. */
	async merges(sheet: string): Promise<MergeRange[]> {
		const found: MergeRange[] = [];
		let rest = '';
		for await (const piece of this.#zip.pieces(this.#paths.get(sheet) ?? '')) {
			const text = rest + piece;
			for (const [, from = '', to = ''] of text.matchAll(
				/<(?:\w+:)?mergeCell\s+ref=["']([A-Z]+\d+):([A-Z]+\d+)["']/g
			)) {
				found.push({
					startRow: rowOf(from),
					startCol: columnOf(from),
					endRow: rowOf(to),
					endCol: columnOf(to)
				});
			}
			// A tag cut by the end of a piece begins at its last bracket.
			const cut = text.lastIndexOf('<');
			rest = cut > text.lastIndexOf('>') ? text.slice(cut) : '';
		}
		return found;
	}

	/** Format by number of a cell's style. */
	#styleFormats(): string[] {
		const styles = this.#zip.text('xl/styles.xml');
		const own = new Map<number, string>();
		for (const [, attributes = ''] of styles.matchAll(/<(?:\w+:)?numFmt\b([^>]*)>/g)) {
			own.set(Number(attribute(attributes, 'numFmtId')), plain(formatCode(attributes)));
		}
		const cells = /<(?:\w+:)?cellXfs\b[\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(styles)?.[0] ?? '';
		return [...cells.matchAll(/<(?:\w+:)?xf\b([^>]*)>/g)].map(([, attributes = '']) => {
			const id = Number(attribute(attributes, 'numFmtId'));
			return own.get(id) ?? builtIn[id] ?? '';
		});
	}
}

/** A format may hold the other kind of quote. */
const formatCode = (attributes: string): string =>
	/formatCode\s*=\s*"([^"]*)"/.exec(attributes)?.[1] ?? attribute(attributes, 'formatCode');

function columnOf(cell: string): number {
	let column = 0;
	for (const letter of /^[A-Z]+/.exec(cell)?.[0] ?? '')
		column = column * 26 + letter.charCodeAt(0) - 64;
	return column - 1;
}

const rowOf = (cell: string): number => Number(/\d+$/.exec(cell)?.[0] ?? 0) - 1;

function commonest(counts: ReadonlyMap<string, number>): string {
	let best = '';
	let most = 0;
	for (const [format, count] of counts) if (count > most) [best, most] = [format, count];
	return best;
}
