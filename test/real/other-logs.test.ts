import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mappingSchema } from '#lib/import/mapping.ts';
import { pearson } from '#lib/statistics/association/pearson.ts';
import type { LedgerEntry } from '#lib/server/import/ledger-entry.ts';
import { importFile } from '#lib/server/import/run.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { openEmpty } from '../fixtures/canonical.ts';
import { asked, hasRealLogs, imported, realLog, tester, warned } from './logs.ts';

describe.skipIf(!hasRealLogs)('real logs', () => {
	let store: DuckDbWarehouse;
	beforeEach(async () => {
		store = await openEmpty();
	});
	afterEach(() => store.close());

	test('consumidor: nine headerless months of two encodings, with one mapping file', async () => {
		const mapping = mappingSchema.parse(
			JSON.parse(readFileSync('test/fixtures/mappings/consumidor.json', 'utf8'))
		);
		const files = readdirSync(realLog('consumidor-gov-br'))
			.filter((name) => name.endsWith('.csv'))
			.sort();
		const entries: LedgerEntry[] = [];
		for (const name of files)
			entries.push(await imported(store, realLog('consumidor-gov-br', name), { mapping }));
		const sum = (part: (entry: LedgerEntry) => number) =>
			entries.reduce((total, entry) => total + part(entry), 0);
		expect(sum(({ rowsRead }) => rowsRead)).toBe(45_772);
		expect(sum(({ loaded }) => loaded)).toBe(45_772);
		expect(sum((entry) => warned(entry).identical_rows ?? 0)).toBe(22);
		expect(sum((entry) => warned(entry)['destroyed_letters'] ?? 0)).toBeGreaterThan(0);
		// What reading saw and cases carry is said once, as the finding that opens the cases.
		for (const { warnings } of entries)
			expect(warnings.filter(({ code }) => code === 'destroyed_letters').length).toBeLessThan(2);
		expect(new Set(entries.map(({ encoding }) => encoding))).toEqual(
			new Set(['utf-8', 'windows-1252'])
		);
		const [facts] = await asked<{ states: number; companies: number; cases: number }>(
			store,
			`select count(distinct region) as states, count(distinct shop) as companies, count(*) as cases
			from complaint`
		);
		expect(facts).toEqual({ states: 27, companies: 205, cases: 45_772 });
		const scored = await asked<{ days: number; score: number }>(
			store,
			`select (extra ->> 'Tempo Resposta')::double as days, satisfaction as score from complaint
			where satisfaction is not null and (extra ->> 'Tempo Resposta') is not null`
		);
		expect(scored).toHaveLength(31_851);
		const { r } = pearson({
			x: scored.map(({ days }) => days),
			y: scored.map(({ score }) => score)
		});
		expect(r).toBeCloseTo(-0.18, 3);
		const meanAt = (wanted: number) => {
			const scores = scored.filter(({ days }) => days === wanted).map(({ score }) => score);
			return scores.reduce((total, score) => total + score, 0) / scores.length;
		};
		expect(meanAt(0)).toBeCloseTo(3.62, 2);
		expect(meanAt(10)).toBeCloseTo(2.6, 2);
		const again = await imported(store, realLog('consumidor-gov-br', files[3] as string), {
			mapping
		});
		expect(again.unchanged).toBe(again.rowsRead);
	});

	test('comcast: counts the rows in which day and month stand swapped, and those out of range', async () => {
		const path = realLog('comcast-fcc', 'Comcast_telecom_complaints_data.csv');
		const entry = await imported(store, path, { source: 'comcast' });
		expect(entry).toMatchObject({ rowsRead: 2_224, loaded: 2_224, quarantined: 0 });
		expect(warned(entry)).toMatchObject({
			'day_month_swapped in Date': 609,
			'out_of_range in Date': 486
		});
		const [flags] = await asked<{ swapped: number; outside: number }>(
			store,
			`select count(*) filter (where list_contains(warnings, 'day_month_swapped:received_at')) as swapped,
				count(*) filter (where month(received_day) not in (4, 5, 6)) as outside
			from complaint`
		);
		expect(flags).toEqual({ swapped: 609, outside: 486 });
	});

	test('cfpb-boa: a large workbook with true dates', async () => {
		const entry = await imported(store, realLog('cfpb-boa', 'Consumer_Complaints.xlsx'), {
			source: 'cfpb'
		});
		expect(entry).toMatchObject({ rowsRead: 62_516, loaded: 62_516, quarantined: 0 });
		const channels = await asked<{ channel: string; n: number }>(
			store,
			'select channel, count(*) as n from complaint group by 1 order by 2 desc limit 3'
		);
		expect(channels).toEqual([
			{ channel: 'Web', n: 45_423 },
			{ channel: 'Referral', n: 10_766 },
			{ channel: 'Phone', n: 4_684 }
		]);
		expect(
			await asked(
				store,
				`select count(*) filter (where (extra ->> 'Timely response?') = 'Yes') as yes,
					count(*) filter (where (extra ->> 'Timely response?') = 'No') as no
				from complaint`
			)
		).toEqual([{ yes: 58_619, no: 2_403 }]);
	});

	test('zh-gov-messages: Chinese headers, text dates and one true date in the same column', async () => {
		const entry = await imported(store, realLog('zh-gov-messages', '附件4.xlsx'), {
			source: '留言'
		});
		expect(entry).toMatchObject({ rowsRead: 2_816, loaded: 2_816, quarantined: 0 });
		const [reply] = await asked<{ days: number; persons: number }>(
			store,
			`select median(first_response_minutes) / 1440 as days, max(length(customer)) as persons
			from complaint`
		);
		expect(reply?.days).toBeCloseTo(11.2, 1);
		// The user's name is nowhere in the case, only the key made of it.
		expect(reply?.persons).toBe(32);
	});

	test('zh-gov-messages: a GB18030 table without times adds to the cases of its log, and is refused alone', async () => {
		const path = realLog('zh-gov-messages', '增加可解释性词.csv');
		const alone = await importFile(store, { path, name: path, source: '留言' }, tester);
		expect('problem' in alone && alone.problem).toEqual({
			code: 'field_missing',
			facts: { field: 'received_at' }
		});
		await imported(store, realLog('zh-gov-messages', '附件4.xlsx'), { source: '留言' });
		const entry = await imported(store, path, { source: '留言' });
		expect(entry).toMatchObject({ encoding: 'gb18030', loaded: 0 });
		expect(entry.updated + entry.unchanged + entry.quarantined).toBe(entry.rowsRead);
		expect(entry.updated).toBeGreaterThan(2_000);
		const [merged] = await asked<{ n: number }>(
			store,
			"select count(*) as n from complaint where (extra ->> '可解释性词') is not null and narrative is not null"
		);
		expect(merged?.n).toBeGreaterThan(2_000);
	});
});
