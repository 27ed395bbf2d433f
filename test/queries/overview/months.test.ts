import { afterEach, describe, expect, it } from 'vitest';
import { emptyFilter, type Filter } from '#lib/filter/filter.ts';
import { localPerson } from '#lib/server/access/person.ts';
import { ask } from '#lib/server/questions/ask.ts';
import { caseCount } from '#lib/server/questions/cases.ts';
import { overviewFacts } from '#lib/server/questions/overview-page.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { openFixture, serve } from '../../fixtures/cases.ts';

let store: DuckDbWarehouse;
afterEach(() => store.close());

async function factsOf(
	cases: Parameters<typeof openFixture>[0],
	options: Parameters<typeof openFixture>[1],
	filter: Partial<Filter> = {}
) {
	store = await openFixture(cases, options);
	serve(store);
	const facts = await overviewFacts(await scopeOf(localPerson, { ...emptyFilter, ...filter }));
	if (!facts) throw new Error('the fixture has cases');
	return facts;
}
const days = (month: string, from: number, to: number) =>
	Array.from({ length: to - from + 1 }, (_, index) => ({
		day: `${month}-${String(from + index).padStart(2, '0')}`,
		orders: 100
	}));

describe('the months of the overview', () => {
	it('have a rate only where orders cover the days the log tells of', async () => {
		const { months } = await factsOf(
			[
				{ received: '2025-01-21 09:00' },
				{ received: '2025-02-03 09:00' },
				{ received: '2025-03-02 09:00' }
			],
			{
				asOf: '2025-03-11',
				orders: [...days('2025-01', 21, 31), ...days('2025-02', 15, 28), ...days('2025-03', 1, 10)]
			}
		);
		// January from the first receipt, 11 days; half of February has no orders; March so far, 10 days.
		expect(months.map(({ rate }) => rate)).toEqual([
			(1 / 1100) * 10_000,
			null,
			(1 / 1000) * 10_000
		]);
	});

	it('carry what stays open over months without cases, and never count a case that ended before it came', async () => {
		const { months, now } = await factsOf(
			[
				{ received: '2025-01-21 09:00' },
				{ received: '2025-01-22 09:00', resolved: '2025-03-02 09:00' },
				{ received: '2025-04-03 09:00', resolved: '2025-03-30 09:00' }
			],
			{ asOf: '2025-05-01' }
		);
		expect(months.map(({ since, backlog }) => [since, backlog])).toEqual([
			['2025-01-01', 2],
			['2025-02-01', 2],
			['2025-03-01', 1],
			['2025-04-01', 1]
		]);
		expect(now.backlog).toBe(1);
	});

	it('count a log in what is open until 31 days after its own end, and say which is left out', async () => {
		const cases = [
			// A log that ended on 10 January with two open cases, one of them dated wrongly ahead.
			{ source: 'old', received: '2025-01-05 09:00' },
			{ source: 'old', received: '2025-04-20 09:00' },
			// One that ended on 30 April with one, one that goes on until 15 May with one.
			{ source: 'late', received: '2025-04-01 09:00' },
			{ source: 'new', received: '2025-01-20 09:00', resolved: '2025-03-02 09:00' },
			{ source: 'new', received: '2025-05-02 09:00' }
		];
		store = await openFixture(cases, { asOf: '2025-05-16' });
		await store.write(({ connection }) =>
			connection.run(`update source set as_of = case source
				when 'old' then timestamp '2025-01-10 15:00' when 'late' then timestamp '2025-04-30 15:00'
				else as_of end`)
		);
		serve(store);
		const scope = await scopeOf(localPerson, { ...emptyFilter, period: 'all' });
		const facts = (await overviewFacts(scope))!;
		expect(facts.months.map(({ since, backlog }) => [since, backlog])).toEqual([
			['2025-01-01', 2],
			// The old log's word stands until 10 February.
			['2025-02-01', 1],
			['2025-03-01', 0],
			['2025-04-01', 1],
			['2025-05-01', 2]
		]);
		expect([facts.now.backlog, facts.now.silent]).toEqual([2, ['old']]);
		for (const [openOn, cases] of [
			['2025-02-10', 2],
			['2025-02-11', 1],
			['2025-05-15', 2]
		] as const) {
			const opened = await scopeOf(localPerson, { ...emptyFilter, period: 'all', openOn });
			expect([openOn, await ask(opened, caseCount)]).toEqual([openOn, [{ cases }]]);
		}
	});

	it('are days where the chosen cases began two months ago, and only these days', async () => {
		const { days: shown } = await factsOf(
			[
				{ received: '2023-01-05 09:00', product: 'old' },
				{ received: '2025-04-20 09:00', product: 'new' }
			],
			{ asOf: '2025-05-03' },
			{ dimensions: { product: ['new'] } }
		);
		expect(shown?.[0]?.since).toBe('2025-04-01');
		expect(shown).toHaveLength(32);
	});
});
