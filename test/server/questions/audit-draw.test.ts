import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { emptyFilter } from '#lib/filter/filter.ts';
import { localPerson } from '#lib/server/access/person.ts';
import { drawSample, type DrawChoice, type Drawn } from '#lib/server/questions/audit-draw.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { openFixture, serve, type CaseValues } from '../../fixtures/cases.ts';

let store: DuckDbWarehouse;
afterEach(() => store.close());

const closed = (count: number, category: string | null): CaseValues[] =>
	Array.from({ length: count }, (_, at) => ({
		received: '2025-03-02 09:00',
		resolved: '2025-03-03 09:00',
		case_no: `${category ?? 'blank'}-${at}`,
		category
	}));
const open = (count: number, category: string): CaseValues[] =>
	Array.from({ length: count }, (_, at) => ({
		received: '2025-03-02 09:00',
		case_no: `open-${category}-${at}`,
		category
	}));

async function holding(cases: readonly CaseValues[]): Promise<void> {
	store = await openFixture(cases, { asOf: '2025-04-01' });
	serve(store);
}

const choice: DrawChoice = {
	filter: { ...emptyFilter, period: { since: '2025-03-01', until: '2025-04-01' } },
	by: 'category',
	size: 10,
	seed: 'seed-1'
};
const draw = async (changes: Partial<DrawChoice> = {}): Promise<Drawn> =>
	(await drawSample(localPerson, { ...choice, ...changes })) as Drawn;
const numbers = ({ cases }: Drawn): string[] => cases.map(({ caseNo }) => caseNo);

describe('a sample of closed cases', () => {
	it('has of every stratum its share, at least one, the blank group too, and no open case', async () => {
		await holding([
			...closed(60, 'Post'),
			...closed(39, 'Goods'),
			...closed(1, null),
			...open(50, 'Open only'),
			...open(5, 'Post')
		]);
		const drawn = await draw();
		expect(drawn.strata).toEqual([
			{ value: 'Post', cases: 60, drawn: 6 },
			{ value: 'Goods', cases: 39, drawn: 3 },
			{ value: '', cases: 1, drawn: 1 }
		]);
		for (const { value, drawn: wanted } of drawn.strata)
			expect(drawn.cases.filter(({ stratum }) => stratum === value)).toHaveLength(wanted);
		expect(new Set(numbers(drawn)).size).toBe(10);
		expect(numbers(drawn).some((number) => number.startsWith('open'))).toBe(false);
	});

	it('is the same for the same seed, and follows the digest of seed, log and case', async () => {
		await holding(closed(40, 'Post'));
		const first = await draw({ size: 5 });
		expect(await draw({ size: 5 })).toEqual(first);
		expect(numbers(await draw({ size: 5, seed: 'seed-2' }))).not.toEqual(numbers(first));
		const lots = Array.from({ length: 40 }, (_, at) => {
			const text = `seed-1\nlog\nPost-${at}`;
			return { at: `Post-${at}`, lot: createHash('md5').update(text).digest('hex') };
		}).sort((a, b) => (a.lot < b.lot ? -1 : 1));
		expect(numbers(first)).toEqual(lots.slice(0, 5).map(({ at }) => at));
	});

	it('draws each case about equally often', async () => {
		await holding(closed(20, 'Post'));
		const times = new Map<string, number>();
		for (let seed = 0; seed < 24; seed++)
			for (const number of numbers(await draw({ size: 5, seed: String(seed) })))
				times.set(number, (times.get(number) ?? 0) + 1);
		// 6 expected each, binomial(24, ¼): standard deviation 2.1.
		expect(times.size).toBe(20);
		for (const count of times.values()) expect(Math.abs(count - 6)).toBeLessThan(7);
	});

	it('is refused with the number of strata where there are more of them than places', async () => {
		await holding(Array.from({ length: 12 }, (_, at) => closed(2, `c${at}`)).flat());
		expect(await drawSample(localPerson, choice)).toEqual({
			problem: 'too_many_strata',
			strata: 12
		});
	});

	it('is refused where no case is closed', async () => {
		await holding(open(3, 'Post'));
		expect(await drawSample(localPerson, choice)).toEqual({ problem: 'no_cases' });
	});
});
