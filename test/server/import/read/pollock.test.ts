import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { canonicalise } from '#lib/server/import/read/canonicalise.ts';
import { canonicalRows, hasRealData, newFolder, parseRows, realFile } from './real-data.ts';

const folder = realFile('messy', 'pollock_polluted');
const files = existsSync(folder) ? readdirSync(realFile('messy', 'pollock_polluted', 'csv')) : [];

/** What differs from the clean twin, and what says so. Files not named must equal their twin. */
const said: Readonly<Record<string, readonly string[]>> = {
	// Quotes that are not escaped at all: three of six records cannot be told apart.
	'file_escape_char_0x00.csv': ['too_few_fields', 'stray_quotes'],
	// Text with blanks cut at blanks: 49 records hold more blanks than fields.
	'file_field_delimiter_0x20.csv': ['too_many_fields'],
	// A second table of the same columns: its header is set aside, its records are records.
	'file_multitable_same.csv': ['repeated_header'],
	'file_multitable_less.csv': ['other_table'],
	'file_multitable_more.csv': ['other_table'],
	// `""` in a file quoted with ' is kept as two characters.
	'file_quotation_char_0x27.csv': ['doubled_quotes']
};

async function cleanTwin(name: string): Promise<{ header: string[] | null; body: string[][] }> {
	const parameters = JSON.parse(
		await readFile(
			realFile('messy', 'pollock_polluted', 'parameters', `${name}_parameters.json`),
			'utf8'
		)
	) as { header_lines: number };
	const text = await readFile(realFile('messy', 'pollock_polluted', 'clean', name), 'utf8');
	const rows = parseRows(text.replaceAll('\r\n', '\n'));
	return parameters.header_lines > 0
		? { header: rows[0] as string[], body: rows.slice(1) }
		: { header: null, body: rows };
}

describe.skipIf(!hasRealData)('the 82 polluted files of Pollock', () => {
	test('are all there', () => {
		expect(files).toHaveLength(82);
	});

	test.each(files.filter((name) => name !== 'file_no_payload.csv'))(
		'%s: every record of the clean twin is in the result or set aside with its line',
		async (name) => {
			const twin = await cleanTwin(name);
			const { file, rows, lines } = await canonicalRows(
				realFile('messy', 'pollock_polluted', 'csv', name)
			);
			expect(file.records + file.rejected).toBe(file.recordsRead);
			expect(rows).toHaveLength(file.records);
			expect(new Set([...lines, ...file.rejects.map(({ line }) => line)]).size).toBe(
				file.recordsRead
			);
			const codes = [...Object.keys(file.rejectedBy), ...file.warnings.map(({ code }) => code)];
			for (const code of said[name] ?? []) expect(codes).toContain(code);
			const found = new Set(rows.map((row) => JSON.stringify(row)));
			const missing = twin.body.filter((row) => !found.has(JSON.stringify(row)));
			if (name === 'file_quotation_char_0x27.csv') {
				const told = file.warnings.find(({ code }) => code === 'doubled_quotes');
				expect(told?.count).toBe(missing.length);
			} else {
				expect(file.rejected).toBeGreaterThanOrEqual(missing.length);
			}
			// Nothing made up: what is in the result is in the twin, up to the doubled quotes said above.
			if (!said[name]) {
				const known = new Set(twin.body.map((row) => JSON.stringify(row)));
				expect(rows.filter((row) => !known.has(JSON.stringify(row)))).toEqual([]);
			}
			if (file.rejected === 0 && !said[name]) expect(rows).toEqual(twin.body);
		}
	);

	test.each(
		files.filter((name) => /^row_.*(10|_\d+_0x20|row10)/.test(name) && !/_0_0x20/.test(name))
	)('%s: the one damaged record is set aside alone, or read as its twin', async (name) => {
		const { file } = await canonicalRows(realFile('messy', 'pollock_polluted', 'csv', name));
		expect(file.recordsRead).toBe(83);
		const numbered = /^row_field_delimiter_(\d+)_/.exec(name)?.[1];
		const line = numbered === undefined ? 11 : Number(numbered) + 1;
		expect(file.rejects.map((reject) => reject.line)).toEqual(file.rejected === 0 ? [] : [line]);
		expect(file.rejects.every(({ raw }) => !raw.includes('\n'))).toBe(true);
	});

	test.each(files.filter((name) => /row0|quote0|_0_0x20/.test(name)))(
		'%s: a damaged header loses no record and is said unless it reads the same',
		async (name) => {
			const twin = await cleanTwin(name);
			const { file, rows } = await canonicalRows(
				realFile('messy', 'pollock_polluted', 'csv', name)
			);
			expect(rows).toEqual(twin.body);
			const codes = file.warnings.map(({ code }) => code);
			const same = JSON.stringify(file.header) === JSON.stringify(twin.header);
			expect(same || codes.includes('header_mended') || codes.includes('header_width')).toBe(true);
		}
	);

	test('a file without a byte is refused with its reason', async () => {
		const path = realFile('messy', 'pollock_polluted', 'csv', 'file_no_payload.csv');
		const refused = await canonicalise(path, {}, await newFolder());
		expect(refused).toEqual({ refusal: { code: 'empty_file', facts: {} } });
	});

	test('header rows that repeat become one name a column', async () => {
		const { file } = await canonicalRows(
			realFile('messy', 'pollock_polluted', 'csv', 'file_header_multirow_3.csv')
		);
		expect(file.reading.headerRows).toBe(3);
		expect(file.columns.slice(0, 3)).toEqual(['DATE', 'TIME', 'Qty']);
	});

	test('lines above the header are titles, not records', async () => {
		const { file } = await canonicalRows(
			realFile('messy', 'pollock_polluted', 'csv', 'file_preamble.csv')
		);
		expect(file.reading.skipLines).toBe(2);
		expect(file.warnings).toContainEqual({ code: 'preamble', facts: { until: 2 }, count: 2 });
	});
});
