import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { read, utils } from '@e965/xlsx';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { emptyFilter } from '#lib/filter/filter.ts';
import { localPerson } from '#lib/server/access/person.ts';
import { answerResponse } from '#lib/server/questions/answer-response.ts';
import { questions } from '#lib/server/questions/catalogue.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { openFixture, serve } from '../../fixtures/cases.ts';

let store: DuckDbWarehouse;
beforeAll(async () => {
	store = await openFixture([{ received: '2025-01-05 10:00', category: '=物流', channel: 'App' }], {
		asOf: '2025-01-31'
	});
	serve(store);
});
afterAll(() => store.close());

async function respond(question: string, query: string): Promise<Response> {
	const asked = questions.get(question);
	if (!asked) throw new Error(`no question ${question}`);
	const scope = await scopeOf(localPerson, emptyFilter);
	return answerResponse(scope, asked, new URLSearchParams(query));
}

it('answers with columns by name, days as written, and a tag that follows the bytes', async () => {
	const response = await respond('overview/monthly', 'format=json');
	expect(await response.json()).toMatchObject([{ month: '2025-01-01', cases: 1 }]);
	expect(response.headers.get('cache-control')).toBe('private, no-cache');
	const again = await respond('overview/monthly', 'format=json');
	expect(again.headers.get('etag')).toBe(response.headers.get('etag'));
	const other = await respond('overview/monthly', 'format=csv');
	expect(other.headers.get('etag')).not.toBe(response.headers.get('etag'));
});

it('writes files a spreadsheet reads as UTF-8 and runs nothing from', async () => {
	const bytes = new Uint8Array(
		await (await respond('overview/changes', 'format=csv')).arrayBuffer()
	);
	expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
	expect(new TextDecoder().decode(bytes)).toContain("\r\n'=物流,,1,");
});

it('refuses a choice the question does not know, a format and a version gone by', async () => {
	const choice = await respond('categories/by_dimension', 'dimension=weather&format=json');
	expect([choice.status, await choice.json()]).toMatchObject([
		400,
		{ code: 'unknown_choice', parameter: 'dimension', value: 'weather' }
	]);
	expect((await respond('overview/monthly', 'format=xml')).status).toBe(400);
	const gone = await respond('overview/monthly', 'version=0');
	expect([gone.status, gone.headers.get('cache-control'), await gone.json()]).toMatchObject([
		409,
		'no-store',
		{ code: 'data_version_changed' }
	]);
});

it('writes a workbook another library reads: every row, text as text, what was asked beside it', async () => {
	const response = await respond('overview/changes', 'format=xlsx&dimension=category');
	const book = read(new Uint8Array(await response.arrayBuffer()), { cellFormula: true });
	const sheet = book.Sheets.data!;
	expect(utils.sheet_to_json(sheet)).toMatchObject([{ category: '=物流', cases: 1 }]);
	expect(Object.values(sheet).some((cell: { f?: string }) => cell.f !== undefined)).toBe(false);
	expect(utils.sheet_to_json(book.Sheets.about!, { header: 1 })).toContainEqual([
		'question',
		'overview/changes'
	]);
});

it('writes a Parquet file the engine reads back, days as dates and null as null', async () => {
	const response = await respond('overview/monthly', 'format=parquet');
	const folder = await mkdtemp(join(tmpdir(), 'redress-parquet-'));
	const file = join(folder, 'answer.parquet');
	await writeFile(file, new Uint8Array(await response.arrayBuffer()));
	const connection = await (await DuckDBInstance.create(':memory:')).connect();
	const answer = await connection.runAndReadAll(
		`select typeof(month), month::varchar, typeof(cases), cases, first_response_median from '${file}'`
	);
	expect(answer.getRows()).toEqual([['DATE', '2025-01-01', 'DOUBLE', 1, null]]);
	connection.closeSync();
	await rm(folder, { recursive: true });
});
