import { afterEach, describe, expect, it } from 'vitest';
import { emptyFilter, type Filter } from '#lib/filter/filter.ts';
import type { Evidence } from '#lib/improvement/evidence.ts';
import { restLabel } from '#lib/improvement/evidence.ts';
import { localPerson } from '#lib/server/access/person.ts';
import { frozenEvidence, liveEvidence, type Pointed } from '#lib/server/questions/evidence.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { openFixture, serve, type CaseValues } from '../../fixtures/cases.ts';

let store: DuckDbWarehouse;
afterEach(() => store.close());

async function holding(...parameters: Parameters<typeof openFixture>): Promise<void> {
	store = await openFixture(...parameters);
	serve(store);
}

async function frozen(filter: Partial<Filter>, pointed: Partial<Pointed> = {}) {
	const scope = await scopeOf(localPerson, { ...emptyFilter, ...filter });
	const found = await frozenEvidence(scope, {
		href: '/categories',
		title: 'A',
		measure: 'complaints',
		...pointed
	});
	return found as Evidence;
}

const rows = (evidence: Pick<Evidence, 'values'>) =>
	evidence.values.map(({ label, value, cases, marked }) => [label, value, cases, marked]);

/** So many cases of a subcategory, a day after another from the first of the month. */
const many = (month: string, count: number, values: Record<string, unknown>): CaseValues[] =>
	Array.from({ length: count }, (_, at) => ({
		received: `${month}-${String(at + 1).padStart(2, '0')} 09:00`,
		...values
	}));

const march = { since: '2025-03-01', until: '2025-04-01' };

describe('frozen evidence', () => {
	it('sets the value that was marked among the largest others, all further ones together', async () => {
		const sizes = { A: 1, B: 9, C: 8, D: 7, E: 6, F: 5, G: 4, H: 3 };
		await holding(
			[
				...Object.entries(sizes).flatMap(([subcategory, count]) =>
					many('2025-03', count, { category: 'Post', subcategory })
				),
				...many('2025-03', 2, { category: 'Other', subcategory: 'X' }),
				...many('2025-02', 5, { category: 'Post', subcategory: 'A' })
			],
			{ asOf: '2025-04-01' }
		);
		const evidence = await frozen({
			period: march,
			dimensions: { category: ['Post'], subcategory: ['A'] }
		});
		expect(rows(evidence)).toEqual([
			['B', 9, 9, false],
			['C', 8, 8, false],
			['D', 7, 7, false],
			['E', 6, 6, false],
			['F', 5, 5, false],
			['G', 4, 4, false],
			['A', 1, 1, true],
			[restLabel, 3, 3, false]
		]);
		expect(evidence).toMatchObject({ by: 'subcategory', ...march });
		expect(evidence.filter).toBe('since=2025-03-01&until=2025-03-31&category=Post&subcategory=A');
	});

	it('tells a rate by the orders of its own shop, the others by theirs', async () => {
		const days = Array.from(
			{ length: 31 },
			(_, at) => `2025-03-${String(at + 1).padStart(2, '0')}`
		);
		await holding([...many('2025-03', 6, { shop: 'S' }), ...many('2025-03', 2, { shop: 'T' })], {
			asOf: '2025-04-01',
			orders: days.flatMap((day) => [
				{ day, shop: 'S', orders: 100 },
				{ day, shop: 'T', orders: 10 }
			])
		});
		const evidence = await frozen(
			{ period: march, dimensions: { shop: ['S'] } },
			{ measure: 'complaint_rate' }
		);
		// 6 of 3,100 and 2 of 310 orders.
		expect(evidence.values.map(({ value }) => value?.toFixed(4))).toEqual(['19.3548', '64.5161']);
	});

	it('is judged in all cases a measure tells of, not in those it tells apart', async () => {
		await holding([
			...many('2025-03', 3, { agent: 'K', satisfaction: 1 }),
			...many('2025-03', 1, { agent: 'K', satisfaction: 5 })
		]);
		const evidence = await frozen(
			{ period: march, dimensions: { agent: ['K'] }, scores: [1, 2] },
			{ measure: 'dissatisfied_share' }
		);
		expect(rows(evidence)).toEqual([['K', 0.75, 4, true]]);
	});

	it('is a median of all cases of the days, not of months', async () => {
		const took = (received: string, minutes: number): CaseValues => ({
			received: `${received} 09:00`,
			responded: `${received} 09:${String(minutes).padStart(2, '0')}`,
			shop: 'S'
		});
		await holding([
			...[1, 2, 3, 4, 5].map((minutes) => took('2025-02-10', minutes)),
			...[10, 20, 30, 40].map((minutes) => took('2025-03-10', minutes))
		]);
		const evidence = await frozen(
			{ period: { since: '2025-02-01', until: '2025-04-01' }, dimensions: { shop: ['S'] } },
			{ measure: 'first_response_median' }
		);
		expect(rows(evidence)).toEqual([['S', 5, 9, true]]);
	});

	it('shows the months before, where a mark names a month and no value', async () => {
		await holding(
			[...many('2025-01', 4, {}), ...many('2025-02', 3, {}), ...many('2025-03', 9, {})],
			{ asOf: '2025-04-01' }
		);
		const evidence = await frozen({ period: march });
		expect(rows(evidence)).toEqual([
			['2025-01-01', 4, 4, false],
			['2025-02-01', 3, 3, false],
			['2025-03-01', 9, 9, true]
		]);
	});

	it('tells the rate of the running month by the days it has so far', async () => {
		const days = Array.from(
			{ length: 10 },
			(_, at) => `2025-03-${String(at + 1).padStart(2, '0')}`
		);
		await holding(many('2025-03', 5, {}), {
			asOf: '2025-03-11',
			orders: days.map((day) => ({ day, orders: 100 }))
		});
		const evidence = await frozen({ period: 'this-month' }, { measure: 'complaint_rate' });
		expect(rows(evidence).at(-1)).toEqual(['2025-03-01', 50, 5, true]);
	});

	it('holds to the days a cell of a grid stands for', async () => {
		await holding([...many('2025-02', 4, { shop: 'S' }), ...many('2025-03', 3, { shop: 'S' })]);
		const evidence = await frozen({ period: 'all', within: march, dimensions: { shop: ['S'] } });
		expect(evidence).toMatchObject({ since: '2025-03-01', until: '2025-03-04' });
		expect(rows(evidence)).toEqual([['S', 3, 3, true]]);
	});
});

describe('live evidence', () => {
	it('asks the same values in the last whole months, in the order they were frozen in', async () => {
		await holding(
			[
				...many('2025-03', 5, { category: 'A' }),
				...many('2025-03', 3, { category: 'B' }),
				...many('2025-09', 2, { category: 'A' }),
				...many('2025-09', 6, { category: 'B' }),
				...many('2025-09', 4, { category: 'New' }),
				...many('2025-10', 9, { category: 'A' })
			],
			{ asOf: '2025-10-11 00:00' }
		);
		const evidence = await frozen({ period: march, dimensions: { category: ['A'] } });
		const live = await liveEvidence(localPerson, evidence);
		expect(live).toMatchObject({ since: '2025-09-01', until: '2025-10-01', gone: [] });
		expect(rows(live!)).toEqual([
			['A', 2, 2, true],
			['B', 6, 6, false],
			[restLabel, 4, 4, false]
		]);
	});

	it('keeps the label of a category that was renamed, and says that it is gone', async () => {
		await holding(many('2025-03', 5, { category: 'Old name' }), { asOf: '2025-04-01' });
		const evidence = await frozen({ period: march, dimensions: { category: ['Old name'] } });
		await store.close();
		await holding(many('2025-04', 5, { category: 'New name' }), { asOf: '2025-05-01' });
		const live = await liveEvidence(localPerson, evidence);
		expect(live?.gone).toEqual(['Old name']);
		expect(rows(live!)).toEqual([
			['Old name', 0, 0, true],
			[restLabel, 5, 5, false]
		]);
	});

	it('says that a theme is gone once narratives were read anew', async () => {
		const words = { words: ['parcel'] };
		await holding(many('2025-03', 5, { ...words, theme: 1004 }), { asOf: '2025-04-01' });
		const evidence = await frozen({ period: march, themes: [1004] }, { title: 'parcel · wet' });
		expect(evidence.values.at(-1)).toMatchObject({ cases: 5, marked: true });
		await store.close();
		await holding(many('2025-03', 5, { ...words, theme: 2001 }), { asOf: '2025-04-02' });
		expect((await liveEvidence(localPerson, evidence))?.gone).toEqual(['parcel · wet']);
	});
});
