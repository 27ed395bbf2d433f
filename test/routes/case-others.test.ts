import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseFilter } from '#lib/filter/codec.ts';
import { localPerson } from '#lib/server/access/person.ts';
import { ask } from '#lib/server/questions/ask.ts';
import { caseCount } from '#lib/server/questions/cases.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { GET } from '../../src/routes/cases/others/+server.ts';
import { openFixture, serve, type CaseValues } from '../fixtures/cases.ts';

const cases = (count: number, values: Partial<CaseValues>): CaseValues[] =>
	Array.from({ length: count }, (_, at) => ({
		received: `2025-03-${String((at % 28) + 1).padStart(2, '0')} 09:00`,
		...values
	}));
let store: DuckDbWarehouse;
beforeAll(async () => {
	store = await openFixture(
		[
			...cases(5, { category: 'Post', channel: 'web' }),
			...cases(3, { category: 'Refund', channel: 'web' }),
			...cases(4, { category: 'A & B=C', channel: 'web' }),
			...cases(2, { channel: 'web' }),
			...cases(7, { category: 'Refund', channel: 'phone' }),
			// So many shops that they cannot all be named in one address.
			...Array.from({ length: 600 }, (_, at) => ({
				received: '2025-03-01 09:00',
				channel: 'mail',
				shop: `a shop with rather a long name, number ${at}`
			}))
		],
		{ asOf: '2025-04-01' }
	);
	serve(store);
});
afterAll(() => store.close());

/** Where it leads, or the problem it says. */
async function others(query: string): Promise<string | number> {
	const url = new URL(`/cases/others?period=all&${query}`, 'http://localhost');
	const event = { url, locals: { person: localPerson }, request: new Request(url) };
	try {
		await GET(event as unknown as Parameters<typeof GET>[0]);
		return 0;
	} catch (end) {
		const { location, status } = end as { readonly location?: string; readonly status: number };
		return location ?? status;
	}
}
async function counted(href: string | number): Promise<number | undefined> {
	const { filter, problems } = parseFilter(new URL(String(href), 'http://localhost').searchParams);
	expect(problems).toEqual([]);
	return (await ask(await scopeOf(localPerson, filter), caseCount))[0]?.cases;
}

test('all others of a chart are exactly the cases of the values it does not name, blanks too', async () => {
	const href = await others('by=category&channel=web&category=Post');
	expect(href).toMatch(/^\/cases\?/);
	// 3 of Refund, 4 of the odd name and 2 without any; what else the filter said still holds.
	expect(await counted(href)).toBe(9);
	const { filter } = parseFilter(new URL(String(href), 'http://localhost').searchParams);
	expect(filter.dimensions.channel).toEqual(['web']);
	expect([...(filter.dimensions.category ?? [])].sort()).toEqual(['', 'A & B=C', 'Refund']);
});

test('those named, blanks among them, are not in the others', async () => {
	const href = await others('by=category&channel=web&category=Refund&category=');
	expect(await counted(href)).toBe(9);
});

test('without any other value, and of what is no dimension, there is nothing to open', async () => {
	expect(await others('by=category&channel=phone&category=Refund')).toBe(404);
	expect(await others('by=narrative&category=Refund')).toBe(404);
	expect(await others('category=Refund')).toBe(404);
});

test('more values than one address can name are said so, not cut', async () => {
	expect(await others('by=shop&channel=mail&shop=a+shop+with+rather+a+long+name%2C+number+1')).toBe(
		404
	);
});
