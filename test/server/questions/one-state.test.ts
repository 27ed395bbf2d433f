import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RequestEvent } from '@sveltejs/kit';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { emptyFilter } from '#lib/filter/filter.ts';
import { localPerson } from '#lib/server/access/person.ts';
import { importFile } from '#lib/server/import/run.ts';
import { ask } from '#lib/server/questions/ask.ts';
import { exportCases } from '#lib/server/questions/case-export.ts';
import { caseCount } from '#lib/server/questions/cases.ts';
import { oneState } from '#lib/server/questions/one-state.ts';
import { headline } from '#lib/server/questions/overview.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import { closeRecord, holdRecordInMemory } from '#lib/server/record/record.ts';
import { openWarehouse, type DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { DataChanged } from '#lib/server/warehouse/port.ts';
import { serve } from '../../fixtures/cases.ts';

let folder: string;
let store: DuckDbWarehouse;
beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'redress-one-state-'));
	store = await openWarehouse({ folder, inMemory: true });
	serve(store);
	holdRecordInMemory();
	await load('first', 2);
});
afterEach(async () => {
	await closeRecord();
	await store.close();
	rmSync(folder, { recursive: true, force: true });
});

/** A real load of so many cases of one day, under a source of its own. */
async function load(source: string, cases: number): Promise<void> {
	const path = join(folder, `${source}.csv`);
	const rows = Array.from({ length: cases }, (_, at) => `${source}-${at},2025-11-05 09:00,5`);
	writeFileSync(path, ['case_no,received_at,satisfaction', ...rows, ''].join('\n'));
	const result = await importFile(store, { path, name: `${source}.csv`, source }, localPerson);
	if ('problem' in result) throw new Error(JSON.stringify(result.problem));
}

it('gives no answer of a later state to who asked about an earlier one, and keeps none', async () => {
	const before = await scopeOf(localPerson, emptyFilter);
	await load('second', 3);
	await expect(ask(before, caseCount)).rejects.toThrow(DataChanged);
	await expect(exportCases(before)).rejects.toThrow(DataChanged);
	// The same question under the old version is still refused: nothing was kept for it.
	await expect(ask(before, caseCount)).rejects.toThrow(DataChanged);
	expect(await ask(await scopeOf(localPerson, emptyFilter), caseCount)).toEqual([{ cases: 5 }]);
});

it('reads a file to its end as it was counted, whatever is loaded meanwhile', async () => {
	const { count, pieces } = await exportCases(await scopeOf(localPerson, emptyFilter));
	await load('second', 3);
	let rows = 0;
	for await (const piece of pieces) rows += piece.length;
	expect([count, rows]).toEqual([2, 2]);
});

it('resolves a filter once a request, and its frame and page see one state of the data', async () => {
	const { signal } = new AbortController();
	const page = await scopeOf(localPerson, { ...emptyFilter, period: 'all' }, signal);
	expect(await scopeOf(localPerson, { ...emptyFilter, period: 'all' }, signal)).toBe(page);
	await load('second', 3);
	const frame = await scopeOf(localPerson, emptyFilter, signal);
	expect([frame.dataVersion, frame.log?.cases]).toEqual([page.dataVersion, page.log?.cases]);
	expect((await scopeOf(localPerson, emptyFilter)).log?.cases).toBe(5);
});

let visits = 0;

/** A request for a page of two questions, with a load committed between them the first `loads` times. */
async function visit(method: string, loads: number): Promise<{ page: unknown; tries: number }> {
	let tries = 0;
	// Days of its own, so that no answer is kept from another visit.
	const period = { since: `2025-01-${10 + ++visits}`, until: '2025-12-01' };
	const event = {
		request: new Request('http://localhost/', { method }),
		locals: {}
	} as unknown as RequestEvent;
	const resolve = async () => {
		tries++;
		try {
			const scope = await scopeOf(localPerson, { ...emptyFilter, period }, event.request.signal);
			const [total] = await ask(scope, caseCount);
			if (tries <= loads) await load(`load-${tries}`, 1);
			const [now] = await ask(scope, headline);
			return Response.json({ log: scope.log?.cases, total: total?.cases, now: now?.cases });
		} catch (error) {
			// As `handleError` does.
			event.locals.dataChanged = error instanceof DataChanged;
			return Response.json('failed', { status: 500 });
		}
	};
	const response = await oneState({ event, resolve });
	return { page: await response.json(), tries };
}

it('makes a page anew when a load comes between two of its questions', async () => {
	expect(await visit('GET', 0)).toEqual({ page: { log: 2, total: 2, now: 2 }, tries: 1 });
	expect(await visit('GET', 1)).toEqual({ page: { log: 3, total: 3, now: 3 }, tries: 2 });
});

it('gives up after four states in a row, and never repeats what a person did', async () => {
	expect(await visit('GET', 9)).toEqual({ page: 'failed', tries: 4 });
	expect((await visit('POST', 1)).tries).toBe(1);
});
