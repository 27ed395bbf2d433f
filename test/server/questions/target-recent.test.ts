import { afterEach, beforeEach, expect, it } from 'vitest';
import { emptyFilter } from '#lib/filter/filter.ts';
import { initialDesign } from '#lib/measures/own-measure.ts';
import { localPerson } from '#lib/server/access/person.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import { saveOwnMeasure } from '#lib/server/record/own-measures.ts';
import { closeRecord, holdRecordInMemory } from '#lib/server/record/record.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { recentOf } from '../../../src/routes/measures/targets/target-recent.ts';
import { openFixture, serve, type CaseValues } from '../../fixtures/cases.ts';

let store: DuckDbWarehouse;
beforeEach(holdRecordInMemory);
afterEach(async () => {
	await store.close();
	await closeRecord();
});

const cases = (month: string, count: number, values: Record<string, unknown>): CaseValues[] =>
	Array.from({ length: count }, (_, at) => ({
		received: `${month}-${String(at + 1).padStart(2, '0')} 09:00`,
		...values
	}));
const log = [
	...cases('2025-07', 1, { team: 'A' }),
	...cases('2025-08', 2, { team: 'A' }),
	...cases('2025-09', 4, { team: 'A', satisfaction: 5 }),
	...cases('2025-09', 1, { team: 'B', satisfaction: 2 }),
	...cases('2025-10', 8, { team: 'A' })
];

async function asked(asOf: string) {
	store = await openFixture(log, { asOf });
	serve(store);
	const scope = await scopeOf(localPerson, emptyFilter);
	return (measure: string, of: string, span: string) =>
		recentOf(scope, { measure, scope: of, span });
}

it('tells the last whole month or quarter of the chosen cases, as a target of it is meant', async () => {
	const recent = await asked('2025-10-20');
	expect(await recent('complaints', '', 'month')).toMatchObject({
		place: { measure: 'complaints', scope: '', span: 'month' },
		recent: {
			since: '2025-09-01',
			value: 5,
			filter: { period: { since: '2025-09-01', until: '2025-10-01' } }
		}
	});
	expect((await recent('complaints', 'team:A', 'month'))?.recent).toMatchObject({
		value: 4,
		filter: { dimensions: { team: ['A'] } }
	});
	// Four of the five that were rated.
	expect((await recent('satisfied_share', '', 'month'))?.recent?.value).toBe(0.8);
	expect((await recent('satisfied_share', 'team:C', 'month'))?.recent?.value).toBeNull();
	// One in July, two in August, five in September: of a quarter they are all meant.
	expect((await recent('complaints', '', 'quarter'))?.recent).toMatchObject({
		since: '2025-07-01',
		value: 8
	});
});

it('takes a span as whole from its last day on, and says where the log holds none', async () => {
	const recent = await asked('2025-10-01');
	expect((await recent('complaints', '', 'month'))?.recent?.since).toBe('2025-09-01');
	expect((await recent('complaints', '', 'quarter'))?.recent?.since).toBe('2025-07-01');
	expect(await recent('complaints', '', 'year')).toMatchObject({ recent: null });
});

it('tells nothing of what no target can be set for', async () => {
	const recent = await asked('2025-10-20');
	const design = { ...initialDesign, part: 'team=A', better: 'neither' as const };
	const kept = await saveOwnMeasure(localPerson, { name: 'A', design, note: '', names: [] });
	if ('problem' in kept) throw new Error(kept.problem);
	expect(await recent(kept.id, '', 'month')).toBeNull();
	expect(await recent('nonsense', '', 'month')).toBeNull();
	expect(await recent('complaints', '', 'decade')).toBeNull();
});
