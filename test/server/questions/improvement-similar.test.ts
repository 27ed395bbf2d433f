import { afterEach, expect, test } from 'vitest';
import { parseFilter } from '#lib/filter/codec.ts';
import { localPerson } from '#lib/server/access/person.ts';
import { similarOf } from '#lib/server/questions/improvement-similar.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import { dimensionValues } from '#lib/server/questions/dimension-values.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { openFixture, serve, type CaseValues } from '../../fixtures/cases.ts';
import { planOf } from './improvement-demo.ts';

let store: DuckDbWarehouse;
afterEach(() => store.close());

/** So many cases in March 2025, as many in each of the channels. */
const march = (
	count: number,
	channels: readonly string[],
	values: Record<string, unknown>
): CaseValues[] =>
	Array.from({ length: count }, (_, at) => ({
		received: `2025-03-${String((at % 28) + 1).padStart(2, '0')} 09:00`,
		channel: channels[at % channels.length],
		...values
	}));
const both = ['phone', 'chat'];
const late = { category: 'Refund', subcategory: 'late' };

async function found(selection: string) {
	store = await openFixture(
		[
			...march(20, both, { ...late, shop: 'A' }),
			...march(30, both, { ...late, shop: 'B' }),
			...march(12, both, { ...late, shop: 'C' }),
			...march(3, both, { ...late, shop: 'D' }),
			...march(40, both, { category: 'Refund', subcategory: 'refused', shop: 'B' }),
			...march(40, ['counter'], { category: 'Refund', subcategory: 'cash', shop: 'B' }),
			...march(40, both, { category: 'Post', subcategory: 'lost', shop: 'A' })
		],
		{ asOf: '2025-04-01' }
	);
	serve(store);
	const plan = planOf({ measure: 'complaints', method: 'rate_regression', selection });
	return similarOf(localPerson, plan);
}

test('the same problem is found in the other shops, with what it comes to in the last whole month', async () => {
	const similar = await found('category=Refund&subcategory=late&shop=A');
	expect(similar.map(({ kind, value, cases }) => [kind, value, cases])).toEqual([
		['elsewhere', 'B', 30],
		['elsewhere', 'C', 12]
	]);
	expect(similar.map(({ now }) => now)).toEqual([30, 12]);
	expect(similar[0]?.selection).toBe('category=Refund&subcategory=late&shop=B');
});

test('a number opens as many cases as it says', async () => {
	const similar = await found('category=Refund&subcategory=late');
	expect(similar.map(({ kind, value, cases }) => [kind, value, cases])).toEqual([
		['sibling', 'refused', 40]
	]);
	// 33 and 32 of 65 by phone and chat against 20 and 20: √(33/65 · ½) + √(32/65 · ½).
	expect(similar[0]?.likeness).toBeCloseTo(0.99997, 5);
	const scope = await scopeOf(localPerson, similar[0]!.filter);
	expect((await dimensionValues(scope, 'channel')).total).toBe(40);
});

test('nothing is suggested for a selection that names neither a place nor one problem', async () => {
	expect(await found('category=Refund')).toEqual([]);
	expect(parseFilter(new URLSearchParams('since=never')).problems).not.toEqual([]);
	expect(await similarOf(localPerson, planOf({ selection: 'since=never' }))).toEqual([]);
});
