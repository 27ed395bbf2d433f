import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { emptyFilter } from '#lib/filter/filter.ts';
import { localPerson } from '#lib/server/access/person.ts';
import { answer } from '#lib/server/questions/ask.ts';
import { headline } from '#lib/server/questions/overview.ts';
import { scopeOf, type Scope } from '#lib/server/questions/scope.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import type { AskOptions } from '#lib/server/warehouse/port.ts';
import { openFixture, serve } from '../../fixtures/cases.ts';

let store: DuckDbWarehouse;
let scope: Scope;
let computed: number;
let version = 1000;
beforeAll(async () => {
	store = await openFixture([{ received: '2025-01-05 10:00', satisfaction: 5 }], {
		asOf: '2025-01-31'
	});
	serve(store);
});
afterAll(() => store.close());
beforeEach(async () => {
	computed = 0;
	const counted = {
		ask: (query: string, options: AskOptions) => {
			computed++;
			return store.ask(query, { ...options, version: undefined });
		}
	} as unknown as DuckDbWarehouse;
	// A version of its own: nothing is kept from the test before.
	const found = await scopeOf(localPerson, emptyFilter);
	scope = { ...found, warehouse: counted, dataVersion: version++ };
});

describe('a shared answer', () => {
	it('is computed once for all who ask at the same time, and kept', async () => {
		const [one, two] = await Promise.all([answer(scope, headline), answer(scope, headline)]);
		expect(one).toBe(two);
		expect(await answer(scope, headline)).toBe(one);
		expect(computed).toBe(1);
	});

	it('comes to the one who stays when the other leaves', async () => {
		const leaves = new AbortController();
		const gone = answer({ ...scope, signal: leaves.signal }, headline);
		const stays = answer({ ...scope, signal: new AbortController().signal }, headline);
		leaves.abort();
		expect((await stays).rowCount).toBe(1);
		await gone;
		expect(computed).toBe(1);
	});

	it('is interrupted when all have left; who asks again gets a new one, and that one is kept', async () => {
		const leaves = new AbortController();
		const gone = answer({ ...scope, signal: leaves.signal }, headline);
		leaves.abort();
		const again = answer(scope, headline);
		await expect(gone).rejects.toThrow('aborted');
		expect((await again).rowCount).toBe(1);
		await answer(scope, headline);
		expect(computed).toBe(2);
	});

	it('that failed is not kept', async () => {
		const failing = {
			...scope,
			warehouse: { ask: () => Promise.reject(new Error('no')) } as unknown as DuckDbWarehouse
		};
		await expect(answer(failing, headline)).rejects.toThrow('no');
		expect((await answer(scope, headline)).rowCount).toBe(1);
	});
});
