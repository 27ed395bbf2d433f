import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Encoding, Reading } from '#lib/import/mapping.ts';
import { canonicalRows, newFolder } from './real-data.ts';

/** Mulberry32: the same numbers for the same seed. */
function randomFrom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

const pieces = [
	'a',
	'退货',
	' ',
	',',
	';',
	'\t',
	'|',
	'"',
	'""',
	"'",
	'\n',
	'\r\n',
	'\\',
	'5"',
	'客服',
	'1,5',
	'Zé'
];

function randomCell(random: () => number): string {
	const length = Math.floor(random() * 5);
	let cell = '';
	for (let at = 0; at < length; at++) cell += pieces[Math.floor(random() * pieces.length)];
	return cell;
}

type Dialect = Required<Pick<Reading, 'delimiter' | 'quote' | 'escape'>>;

function writeCell(cell: string, dialect: Dialect, always: boolean): string {
	const { delimiter, quote, escape } = dialect;
	const special =
		cell.includes(delimiter[0] as string) || /[\r\n]/.test(cell) || cell.includes(quote);
	if (!always && !special) return cell;
	const escaped =
		escape === 'doubled'
			? cell.replaceAll(quote, quote + quote)
			: cell.replaceAll(escape, escape + escape).replaceAll(quote, escape + quote);
	return quote + escaped + quote;
}

const dialects: readonly Dialect[] = [
	{ delimiter: ',', quote: '"', escape: 'doubled' },
	{ delimiter: ';', quote: '"', escape: 'doubled' },
	{ delimiter: '\t', quote: '"', escape: 'doubled' },
	{ delimiter: '|', quote: "'", escape: 'doubled' },
	{ delimiter: ',', quote: '"', escape: '\\' },
	{ delimiter: ', ', quote: '"', escape: 'doubled' }
];
const ends = ['\n', '\r\n', '\r'];

test.each([...Array(60).keys()])('a random table survives its dialect (seed %i)', async (seed) => {
	const random = randomFrom(seed + 1);
	const dialect = dialects[seed % dialects.length] as Dialect;
	const end = ends[Math.floor(random() * ends.length)] as string;
	const width = 2 + Math.floor(random() * 6);
	const table = Array.from({ length: 300 }, (_, row) =>
		// A last cell that is never empty keeps every record from being a blank one.
		Array.from({ length: width }, (_, column) =>
			column === width - 1 ? `r${row}` : randomCell(random)
		)
	);
	const always = random() < 0.5;
	const text = table
		.map((row) => row.map((cell) => writeCell(cell, dialect, always)).join(dialect.delimiter))
		.join(end);
	const path = join(await newFolder(), 'table.csv');
	await writeFile(path, random() < 0.5 ? text + end : text);
	const { file, rows } = await canonicalRows(path, {
		...dialect,
		encoding: 'utf-8',
		skipLines: 0,
		headerRows: 0,
		width
	});
	expect(file.rejects).toEqual([]);
	expect(rows).toEqual(table);
});

test('lines are counted through quoted line ends of every kind', async () => {
	const path = join(await newFolder(), 'lines.csv');
	await writeFile(path, 'id,text\n1,"a\nb"\n2,"a\r\nb\r\nc"\r\n\n3,x\r4,y\n');
	const { lines, rows } = await canonicalRows(path);
	expect(rows.map((row) => row[0])).toEqual(['1', '2', '3', '4']);
	expect(lines).toEqual([2, 4, 8, 9]);
});

test('records cut anywhere by the chunks of the file come out whole', async () => {
	// 3 MB, so that several reads of 1 MB end inside quotes, characters and line ends.
	const rows = Array.from({ length: 60_000 }, (_, at) => [
		`${at}`,
		`第${at}行,"引号"\r\n换行`,
		`${at % 7}`
	]);
	const text = rows
		.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
		.join('\r\n');
	const path = join(await newFolder(), 'large.csv');
	await writeFile(path, `编号,内容,评分\r\n${text}\r\n`);
	const read = await canonicalRows(path);
	expect(read.file.rejected).toBe(0);
	expect(read.rows).toEqual(rows);
	expect(read.lines.at(-1)).toBe(2 + 59_999 * 2);
});

const encoded: readonly (readonly [Encoding, string, readonly number[]])[] = [
	['gb18030', '投诉编号,内容\n1,退货\n', []],
	['utf-16le', '投诉编号,内容\n1,退货\n', [0xff, 0xfe]],
	['utf-16be', '投诉编号,内容\n1,退货\n', [0xfe, 0xff]]
];
test.each(encoded.slice(1))('%s with its mark is read by it', async (encoding, text, mark) => {
	const units = [...text].flatMap((character) => {
		const code = character.charCodeAt(0);
		return encoding === 'utf-16le' ? [code & 255, code >> 8] : [code >> 8, code & 255];
	});
	const path = join(await newFolder(), 'wide.csv');
	await writeFile(path, Buffer.from([...mark, ...units]));
	const { file, rows } = await canonicalRows(path);
	expect(file.encoding).toMatchObject({ encoding, by: 'bom' });
	expect(file.header).toEqual(['投诉编号', '内容']);
	expect(rows).toEqual([['1', '退货']]);
});

test.each(['utf-16le', 'utf-16be'] as const)(
	'%s without a mark is known by its zeros',
	async (encoding) => {
		const text = '投诉编号,内容\n'.concat(
			Array.from({ length: 20 }, (_, at) => `${at},退货\n`).join('')
		);
		const units = [...text].flatMap((character) => {
			const code = character.charCodeAt(0);
			return encoding === 'utf-16le' ? [code & 255, code >> 8] : [code >> 8, code & 255];
		});
		const path = join(await newFolder(), 'wide.csv');
		await writeFile(path, Buffer.from(units));
		const { file, rows } = await canonicalRows(path);
		expect(file.encoding).toMatchObject({ encoding, by: 'evidence' });
		expect(rows[19]).toEqual(['19', '退货']);
	}
);
