import { readdirSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Form, Mapping } from '#lib/import/mapping.ts';
import { inspect } from '#lib/server/import/read/inspect.ts';
import { importFile } from '#lib/server/import/run.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { openEmpty } from '../fixtures/canonical.ts';
import { asked, hasRealLogs, realLog, tester } from './logs.ts';

const names = [
	'DATE',
	'TIME',
	'Qty',
	'PRODUCTID',
	'Price',
	'ProductType',
	'ProductDescription',
	'URL',
	'Comments'
];
const files = hasRealLogs ? readdirSync(realLog('messy', 'pollock_polluted', 'csv')).sort() : [];

/**
 * Files whose cases differ from the clean twin by more than rows set aside one by one: how many cases
 * of the twin are missing, how many are there beside it, and what says so in the ledger.
 */
const differing: Readonly<Record<string, { missing: number; beside: number; said: string[] }>> = {
	// `""` in a file quoted with ' is kept as two characters.
	'file_quotation_char_0x27.csv': { missing: 6, beside: 6, said: ['doubled_quotes 6'] },
	// A second table below, of other columns: none of its rows is a case.
	'file_multitable_less.csv': {
		missing: 0,
		beside: 0,
		said: ['other_table 82', 'too_few_fields 1']
	},
	'file_multitable_more.csv': {
		missing: 0,
		beside: 0,
		said: ['other_table 82', 'stray_quote 1']
	},
	// A second table of the same columns: its rows are cases, its header is not, one row lost a field.
	'file_multitable_same.csv': {
		missing: 0,
		beside: 81,
		said: ['repeated_header 1', 'too_few_fields 1', 'identical_rows 77']
	}
};

/**
 * Pollock (Vitagliano and others, VLDB 2023): one table spoiled in one way a file. It is a sales table,
 * so a person says which column is the time of receipt, by its place; everything else is kept as it came.
 */
describe.skipIf(!hasRealLogs)('the 82 polluted files of Pollock as cases', () => {
	let store: DuckDbWarehouse;
	beforeAll(async () => {
		store = await openEmpty();
	});
	afterAll(() => store.close());

	test('are all there', () => {
		expect(files).toHaveLength(82);
	});

	test('a file without a byte is refused with its reason', async () => {
		const path = realLog('messy', 'pollock_polluted', 'csv', 'file_no_payload.csv');
		const refused = await importFile(store, { path, name: 'file_no_payload.csv' }, tester);
		expect(refused).toEqual({ problem: { code: 'empty_file', facts: {} } });
	});

	test.each(files.filter((name) => name !== 'file_no_payload.csv'))(
		'%s: every row is a case as in its clean twin, or set aside',
		async (name) => {
			const path = realLog('messy', 'pollock_polluted', 'csv', name);
			const result = await importFile(
				store,
				{ path, name, source: name, mapping: await confirmed(path), zone: 'Etc/UTC' },
				tester
			);
			if ('problem' in result) throw new Error(JSON.stringify(result));
			const { entry } = result;
			expect(entry.loaded + entry.updated + entry.unchanged + entry.quarantined).toBe(
				entry.rowsRead
			);
			const found = await casesOf(name);
			expect(found).toHaveLength(entry.loaded);
			const aside = await asked<{ line: number; reason: string }>(
				store,
				`select file_line::double as line, reason from quarantine where load_id = ${entry.loadId} order by file_line`
			);
			expect(aside).toHaveLength(entry.quarantined);
			const twin = twinOf(name);
			const missing = without(twin, found);
			const beside = without(found, twin);
			const differs = differing[name];
			if (!differs) {
				expect(beside).toEqual([]);
				// A record a line below one line of header: the rows missing are the rows set aside.
				expect(aside.map(({ line }) => line)).toEqual(missing.map((row) => twin.indexOf(row) + 2));
				return;
			}
			expect([missing.length, beside.length]).toEqual([differs.missing, differs.beside]);
			const said = [
				...[...new Set(aside.map(({ reason }) => reason))].map(
					(reason) => `${reason} ${aside.filter((row) => row.reason === reason).length}`
				),
				...entry.warnings.map(({ code, count }) => `${code} ${count}`)
			];
			expect(said).toEqual(expect.arrayContaining(differs.said));
		}
	);

	async function casesOf(source: string): Promise<string[]> {
		const rows = await asked<{ received: string; extra: string }>(
			store,
			`select strftime(received_at, '%d/%m/%Y %H:%M') as received, coalesce(extra::varchar, '{}') as extra
			from complaint where source = '${source}'`
		);
		return rows.map(({ received, extra }) =>
			caseText(received, JSON.parse(extra) as Record<string, string>)
		);
	}
});

/** The proposal of the file, with what a person says of it: the first two columns are date and time. */
async function confirmed(path: string): Promise<Mapping> {
	const { mapping } = await inspect(path);
	const form: Form = {
		kind: 'time',
		formats: ['%d/%m/%Y %H:%M', '%d/%m/%Y'],
		order: 'day-first',
		timeColumn: 1
	};
	return {
		...mapping,
		columns: mapping.columns.map(({ position, header }) => ({
			position,
			header,
			...(position === 0
				? { target: 'received_at' as const, form }
				: { target: 'extra' as const, name: names[position] ?? `column ${position + 1}` })
		}))
	};
}

/** The cases of a clean file, read by a parser not ours. */
function twinOf(name: string): string[] {
	const text = readFileSync(realLog('messy', 'pollock_polluted', 'clean', name), 'utf8');
	const { data } = Papa.parse<string[]>(text.replace(/(\r?\n)+$/, ''));
	const parameters = JSON.parse(
		readFileSync(
			realLog('messy', 'pollock_polluted', 'parameters', `${name}_parameters.json`),
			'utf8'
		)
	) as { header_lines: number };
	return data
		.slice(parameters.header_lines > 0 ? 1 : 0)
		.map((row) =>
			caseText(
				`${row[0]} ${row[1]}`,
				Object.fromEntries(names.map((column, at) => [column, row[at]?.trim() ?? '']).slice(2))
			)
		);
}

function caseText(received: string, extra: Readonly<Record<string, string>>): string {
	const filled = Object.entries(extra).filter(([, value]) => value !== '');
	return JSON.stringify([received.trim(), ...filled.sort(([a], [b]) => a.localeCompare(b))]);
}

/** What is left of a list when each of the others has taken one like it. */
function without(list: readonly string[], others: readonly string[]): string[] {
	const left = new Map<string, number>();
	for (const text of others) left.set(text, (left.get(text) ?? 0) + 1);
	return list.filter((text) => {
		const count = left.get(text) ?? 0;
		if (count > 0) left.set(text, count - 1);
		return count === 0;
	});
}
