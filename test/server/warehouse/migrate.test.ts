import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openWarehouse } from '#lib/server/warehouse/duckdb.ts';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'redress-migrate-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('brings a file made by schema 1, three open cases of one load in it, to the present one', async () => {
	// Written by the release that knew migration 0001 alone.
	const file = readFileSync('test/fixtures/state/schema-0001.duckdb.gz');
	writeFileSync(join(folder, 'cases.duckdb'), gunzipSync(file));
	const store = await openWarehouse({ folder });
	const rows = await store.write(({ connection }) =>
		connection.runAndReadAll(
			`select case_no, category, first_response_minutes, given_first_response_minutes
			from complaint order by case_no`
		)
	);
	expect(rows.getRows()).toEqual([
		['C0', '物流', 30, null],
		['C1', '物流', 30, null],
		['C2', '物流', 30, null]
	]);
	await store.close();

	// Opened again, nothing is applied twice.
	const again = await openWarehouse({ folder });
	const filters = { selection: { since: '2025-11-02', until: '2025-11-30', source: ['log'] } };
	expect((await again.ask('scope/log_span', { filters })).values[0]).toEqual([2]);
	await again.close();
});
