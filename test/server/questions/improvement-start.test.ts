import { afterEach, describe, expect, it } from 'vitest';
import { parseImprove } from '#lib/filter/improve.ts';
import { measureKey } from '#lib/measures/charted-measure.ts';
import { initialDesign, type OwnDesign } from '#lib/measures/own-measure.ts';
import { localPerson } from '#lib/server/access/person.ts';
import { startFacts, type StartFacts } from '#lib/server/questions/improvement-start.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import { retireOwnMeasure, saveOwnMeasure } from '#lib/server/record/own-measures.ts';
import { closeRecord, holdRecordInMemory } from '#lib/server/record/record.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { openFixture, serve, type CaseValues } from '../../fixtures/cases.ts';

let store: DuckDbWarehouse;
afterEach(() => store.close());

async function started(address: string, ...fixture: Parameters<typeof openFixture>) {
	store = await openFixture(...fixture);
	serve(store);
	const asked = parseImprove(new URLSearchParams(address));
	const scope = await scopeOf(localPerson, asked.filter);
	return startFacts(scope, asked, 'what was pointed at');
}

/** So many cases in each month of 2025 up to October. */
const monthly = (count: number, values: Record<string, unknown>): CaseValues[] =>
	Array.from({ length: 10 }, (_, month) =>
		Array.from({ length: count }, (__, at) => ({
			received: `2025-${String(month + 1).padStart(2, '0')}-${String(at + 1).padStart(2, '0')} 09:00`,
			...values
		}))
	).flat();

const asOf = '2025-11-01';
const log = [
	...monthly(4, { category: 'Post', subcategory: 'Broken', shop: 'S' }),
	...monthly(2, { category: 'Post', subcategory: 'Late', shop: 'S' }),
	...monthly(1, { category: 'Post', subcategory: 'Lost', shop: 'T' }),
	...monthly(3, { category: 'Bill', subcategory: 'Wrong', shop: 'S' })
];

describe('what a plan begins with', () => {
	it('is the marked cases, the rest of their dimension to compare with, and the baseline value', async () => {
		const facts = (await started(
			'category=Post&subcategory=Broken&since=2025-03-01&until=2025-03-31&from=/categories',
			log,
			{ asOf }
		)) as StartFacts;
		expect(facts.measure).toBe('complaints');
		expect(facts.selection).toBe('category=Post&subcategory=Broken');
		expect(facts.comparisons).toEqual([
			{
				dimension: 'subcategory',
				key: 'category=Post&subcategory=Late&subcategory=Lost',
				values: 2,
				cases: 30
			}
		]);
		// The log begins with 2025: nine months without the one that was pointed at.
		expect(facts.proposal).toMatchObject({
			step: 'month',
			baseline: { since: '2025-01-01', until: '2025-11-01' },
			trigger: { since: '2025-03-01', until: '2025-04-01' },
			points: 9,
			trialLimits: true
		});
		// Four in each month: 36 in the 273 days of nine months, told for a month of 30.44 days.
		expect(facts.baselineValue).toBeCloseTo((36 / 273) * 30.4375, 3);
		expect(facts.evidence.href).toMatch(
			/^\/categories\?since=2025-03-01&until=2025-03-31&category=Post/
		);
		expect(facts.evidence.values.find(({ marked }) => marked)).toEqual({
			label: 'Broken',
			value: 4,
			cases: 4,
			marked: true
		});
	});

	it('says which measure the log does not hold, and proposes one it does', async () => {
		const facts = (await started('measure=satisfied_share', log, { asOf })) as StartFacts;
		expect(facts.declined).toEqual({ measure: 'satisfied_share', why: 'without_data' });
		expect(facts.measure).toBe('complaints');
		expect(facts.comparisons).toEqual([]);
	});

	it('says why an own measure that has no better side, or is out of use, is not taken', async () => {
		holdRecordInMemory();
		const design = { ...initialDesign, part: 'category=Post' };
		const made = async (name: string, better: OwnDesign['better']) => {
			const whole = { name, design: { ...design, better }, note: '', names: [] };
			const result = await saveOwnMeasure(localPerson, whole);
			if ('problem' in result) throw new Error(result.problem);
			return result.id;
		};
		const [mixed, old, used] = [
			await made('Post or not', 'neither'),
			await made('Post of old', 'lower'),
			await made('Post', 'lower')
		];
		await retireOwnMeasure(localPerson, old, 'not used');
		const asked = async (id: string) => {
			const facts = (await started(`measure=${id}`, log, { asOf })) as StartFacts;
			await store.close();
			const { declined, measure } = facts;
			return [declined && [measureKey(declined.measure), declined.why], measureKey(measure)];
		};
		expect(await asked(mixed)).toEqual([[mixed, 'without_aim'], 'complaints']);
		expect(await asked(old)).toEqual([[old, 'retired'], 'complaints']);
		expect(await asked(used)).toEqual([null, used]);
		await closeRecord();
	});

	it('is nothing where the address means no case, or there is no log', async () => {
		expect(await started('category=Gone', log, { asOf })).toEqual({ problem: 'no_cases' });
		await store.close();
		expect(await started('since=2024-01-01&until=2024-01-31', log, { asOf: '2025-11-02' })).toEqual(
			{ problem: 'no_cases' }
		);
		await store.close();
		expect(await started('', [])).toEqual({ problem: 'no_log' });
	});
});
