import { afterEach, beforeEach, expect, it } from 'vitest';
import { emptyFilter } from '#lib/filter/filter.ts';
import { localPerson } from '#lib/server/access/person.ts';
import { exportCases } from '#lib/server/questions/case-export.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { load as casesPage } from '../../../src/routes/cases/+page.server.ts';
import { load as overview } from '../../../src/routes/+page.server.ts';
import { openFixture, serve } from '../../fixtures/cases.ts';

let store: DuckDbWarehouse;
beforeEach(async () => {
	store = await openFixture([{ received: '2025-01-05 10:00' }], { asOf: '2025-02-01' });
	serve(store);
});
afterEach(() => store.close());

/** From here on whatever counts or lists the cases of a period takes hours. */
function slowDown(): Promise<unknown> {
	return store.write(({ connection }) =>
		connection.run(`create or replace view selection as
			select complaint.* from complaint, range(1000000000) a, range(1000000) b`)
	);
}

it.each([
	['/', overview],
	['/cases', casesPage]
])('leaving %s ends its queries', async (address, load) => {
	const leaves = new AbortController();
	const url = new URL(address, 'http://localhost');
	const request = new Request(url, { signal: leaves.signal });
	// The frame has asked; the page begins now.
	await scopeOf(localPerson, emptyFilter, request.signal);
	await slowDown();
	const page = load({ url, request, locals: { person: localPerson } } as never);
	setTimeout(() => leaves.abort(), 200);
	const begun = performance.now();
	await expect(page).rejects.toThrow(/abort/i);
	expect(performance.now() - begun).toBeLessThan(5000);
});

it('a file nobody waits for any more ends its query', async () => {
	const leaves = new AbortController();
	const scope = await scopeOf(localPerson, emptyFilter, leaves.signal);
	const { pieces } = await exportCases(scope);
	await slowDown();
	const slow = store.stream('cases/all', {
		filters: scope.log?.filters,
		parameters: { zone: 'UTC' },
		signal: leaves.signal
	});
	setTimeout(() => leaves.abort(), 200);
	await expect(Array.fromAsync(slow)).rejects.toThrow(/abort/i);
	// What had been read before is still given; then the reader learns that it was left.
	await expect(Array.fromAsync(pieces)).rejects.toThrow(/abort/i);
});
