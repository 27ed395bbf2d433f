import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatFilter } from '#lib/filter/codec.ts';
import { localPerson } from '#lib/server/access/person.ts';
import { sharedCases } from '#lib/server/questions/improvement-shared.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { openFixture, serve, type CaseValues } from '../../fixtures/cases.ts';

let store: DuckDbWarehouse;
const cases = (count: number, values: Partial<CaseValues>): CaseValues[] =>
	Array.from({ length: count }, (_, at) => ({
		received: `2025-03-${String((at % 28) + 1).padStart(2, '0')} 09:00`,
		...values
	}));
beforeAll(async () => {
	// Shop B takes complaints by telephone alone.
	store = await openFixture(
		[
			...cases(5, { shop: 'A', channel: 'phone' }),
			...cases(3, { shop: 'A', channel: 'chat' }),
			...cases(4, { shop: 'B', channel: 'phone' }),
			...cases(2, { shop: 'C', channel: 'mail' })
		],
		{ asOf: '2025-04-01' }
	);
	serve(store);
});
afterAll(() => store.close());

const shared = (selection: string, comparison: string) =>
	sharedCases(localPerson, { selection, comparison });

describe('cases that are meant and compared with at once', () => {
	it('are counted, and opened exactly', async () => {
		const found = await shared('shop=A', 'channel=phone');
		expect(found).toMatchObject({ cases: 5, identical: false });
		const query = formatFilter(found!.filter);
		expect(query.getAll('shop')).toEqual(['A']);
		expect(query.getAll('channel')).toEqual(['phone']);
	});

	it('are none of groups apart, and without a comparison', async () => {
		expect(await shared('shop=A', 'shop=B&shop=C')).toBeNull();
		expect(await shared('shop=B', 'channel=chat')).toBeNull();
		expect(await shared('shop=A', '')).toBeNull();
	});

	it('are all of them where both mean the same, by whatever words', async () => {
		expect(await shared('shop=C', 'channel=mail')).toMatchObject({ cases: 2, identical: true });
		expect(await shared('shop=A', 'shop=A')).toMatchObject({ cases: 8, identical: true });
		expect(await shared('shop=B', 'channel=phone')).toMatchObject({ cases: 4, identical: false });
	});
});
