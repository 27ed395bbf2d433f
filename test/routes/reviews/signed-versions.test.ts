import { read, utils } from '@e965/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { holdRecordInMemory, closeRecord } from '#lib/server/record/record.ts';
import { reopen } from '#lib/server/review/minutes.ts';
import { signFurther, signPrepared } from '#lib/server/review/signatures.ts';
import type { Person } from '#lib/server/access/person.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { toFreeze, toldReview } from '../../../src/routes/reviews/[month]/month-page.ts';
import { workbookOf } from '../../../src/routes/reviews/[month]/workbook.ts';
import { openFixture, serve } from '../../fixtures/cases.ts';

const [chen, lin] = ['陈静', '林涛'].map((name): Person => ({
	id: `declared:${name}`,
	name,
	assurance: 'declared'
})) as [Person, Person];
const month = '2025-10-01';
let store: DuckDbWarehouse;

async function logOf(source: string, day: string, cases: number): Promise<void> {
	await store?.close();
	// One of September before them, so that October is told as a whole.
	const all = ['2025-09-10', ...Array.from({ length: cases }, () => day)];
	store = await openFixture(
		all.map((on) => ({ source, received: `${on} 09:00`, resolved: `${on} 10:00` })),
		{ asOf: '2025-12-01' }
	);
	serve(store);
}

/** The first signature, under what the month reads as now. */
async function prepared(person: Person): Promise<void> {
	const make = async (minutes: Parameters<typeof toFreeze>[1]) => {
		const made = await toFreeze(person, minutes, new AbortController().signal);
		return made && { ...made, seen: 'as read' };
	};
	expect(await signPrepared(person, month, 'as read', make)).toBeNull();
}

async function sheetsOf(version?: number): Promise<{
	readonly name: string;
	readonly rows: (sheet: string) => unknown[][];
}> {
	const made = await workbookOf(chen, month, 'en', { version });
	if (!made) throw new Error('no workbook');
	const book = read(made.bytes);
	return {
		name: made.name,
		rows: (sheet) => utils.sheet_to_json(book.Sheets[sheet]!, { header: 1, raw: true })
	};
}

/** Version 1 signed by two with three cases, opened again; version 2 signed by one with five. */
beforeAll(async () => {
	await holdRecordInMemory();
	await logOf('first', '2025-10-08', 3);
	await prepared(chen);
	const hash = (await toldReview(chen, month, 'en'))?.frozen?.hash ?? '';
	expect(await signFurther(lin, month, 'reviewed', hash)).toBeNull();
	expect(await reopen(chen, month, { reason: 'late cases', version: 1 })).toBeNull();
	await logOf('second', '2025-10-08', 5);
	await prepared(lin);
});
afterAll(async () => {
	await store.close();
	await closeRecord();
});

test('an older version is told, and comes down, with its own numbers and signatures', async () => {
	const first = await toldReview(chen, month, 'en', { version: 1 });
	expect(first).toMatchObject({ inForce: false, frozen: { version: 1 }, review: { cases: 3 } });
	expect(first?.signatures.map(({ by }) => by.name)).toEqual(['陈静', '林涛']);
	const { name, rows } = await sheetsOf(1);
	expect(name).toBe('MR-2025-10-v1 monthly review.xlsx');
	expect(rows('Categories').at(-1)?.[1]).toBe(3);
	const signatures = rows('Signatures');
	expect(signatures.slice(-2).map((row) => [row[1], row[4]])).toEqual([
		['陈静', '1'],
		['林涛', '1']
	]);
	expect(signatures.flat()).toContain('You are looking at version 1, which is no longer in force.');
});

test('the version in force is told without being asked for', async () => {
	const { name, rows } = await sheetsOf();
	expect(name).toBe('MR-2025-10 monthly review.xlsx');
	expect(rows('Categories').at(-1)?.[1]).toBe(5);
	expect(
		rows('Signatures')
			.slice(-1)
			.map((row) => [row[1], row[4]])
	).toEqual([['林涛', '2']]);
	expect(await toldReview(chen, month, 'en', { version: 3 })).toBeNull();
});

test('the workbook of a signed month whose data are gone says so above every table', async () => {
	await store.close();
	store = await openFixture([{ source: 'third', received: '2025-11-08 09:00' }]);
	serve(store);
	const { rows } = await sheetsOf();
	for (const sheet of ['Figures', 'Categories', 'Signatures'])
		expect(rows(sheet).flat().join(), sheet).toContain('The data no longer contain this month');
	expect(rows('Categories').at(-1)?.[1]).toBe(5);
});
