import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { having, lacking } from '#lib/filter/change.ts';
import { emptyFilter, type Filter } from '#lib/filter/filter.ts';
import { localPerson } from '#lib/server/access/person.ts';
import { ask } from '#lib/server/questions/ask.ts';
import * as satisfaction from '#lib/server/questions/satisfaction.ts';
import { satisfactionFacts } from '#lib/server/questions/satisfaction-page.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { inBand, timed } from '../../../src/routes/satisfaction/satisfaction-view.ts';
import { openFixture, serve, type CaseValues } from '../../fixtures/cases.ts';

const at = (minutes: number | null, score: number | null, more: Partial<CaseValues> = {}) => ({
	received: '2025-03-03 09:00',
	first_response_minutes: minutes,
	first_response_at: minutes === null ? null : '2025-03-03 02:00:00',
	satisfaction: score,
	...more
});
// Eight cases worked out by hand.
const cases: readonly CaseValues[] = [
	at(10, 5, {
		channel: 'app',
		satisfaction_solution: 4,
		nps: 10,
		first_response_working_minutes: 3
	}),
	at(70, 4, {
		channel: 'app',
		satisfaction_solution: 5,
		nps: 9,
		first_response_working_minutes: 9
	}),
	at(1500, 1, {
		channel: 'app',
		satisfaction_solution: 2,
		nps: 0,
		first_response_working_minutes: 60
	}),
	at(1500, 2, { channel: 'web', satisfaction_timeliness: 1, nps: 6 }),
	at(20, null, { channel: 'web', satisfaction_solution: 3 }),
	at(20, null, { channel: 'web', nps: 7 }),
	at(null, null, { channel: 'web', nps: 8 }),
	at(null, 4)
];
const march: Filter = {
	...emptyFilter,
	period: { since: '2025-03-01', until: '2025-04-01' },
	comparison: 'none'
};
const scope = (filter: Filter = march) => scopeOf(localPerson, filter);

let store: DuckDbWarehouse;
beforeAll(async () => {
	store = await openFixture(cases, { asOf: '2025-04-01' });
	serve(store);
});
afterAll(() => store.close());

async function count(filter: Filter): Promise<number | undefined> {
	const [row] = await ask(await scope(filter), satisfaction.coverage);
	return row?.cases;
}

describe('satisfaction in depth', () => {
	it('counts scores of each side beside the overall score', async () => {
		const rows = await ask(await scope(), satisfaction.sides);
		expect(rows.map((row) => [row.side, row.overall, row.score, row.cases])).toEqual([
			['solution', 1, 2, 1],
			['solution', 4, 5, 1],
			['solution', 5, 4, 1],
			['solution', null, 3, 1],
			['timeliness', 2, 1, 1]
		]);
		expect(await count(having(march, 'solution_score'))).toBe(4);
		expect(await count(having(march, 'solution_satisfied'))).toBe(2);
		expect(await count(having(having(march, 'solution_score'), 'satisfaction'))).toBe(3);
	});

	it('counts promoters, passives and detractors, each opening its cases', async () => {
		const [row] = await ask(await scope(), satisfaction.promoters);
		expect(row).toEqual({ cases: 8, answered: 6, promoters: 2, passives: 2, detractors: 2 });
		expect(await count(having(march, 'promoter'))).toBe(2);
		expect(await count(having(march, 'passive'))).toBe(2);
		expect(await count(having(march, 'detractor'))).toBe(2);
		expect(await count(lacking(march, 'nps'))).toBe(2);
	});

	it('puts waits into small steps, those at an edge into the later one', async () => {
		const rows = await ask(await scope(), satisfaction.steps);
		expect(
			rows.map((row) => [row.from_minutes, row.below_minutes, row.rated, row.satisfied])
		).toEqual([
			[10, 12, 1, 1],
			[60, 90, 1, 1],
			[1440, 2160, 2, 0]
		]);
		expect(rows[2]?.minutes_mean).toBe(1500);
		const working = await ask(await scope(), satisfaction.steps, { time: 'working' });
		expect(working.map((row) => [row.from_minutes, row.rated])).toEqual([
			[3, 1],
			[8, 1],
			[60, 1]
		]);
	});

	it('counts scores of groups whether they waited a known time or not', async () => {
		const rows = await ask(await scope(), satisfaction.scoreCounts, { stratum: 'channel' });
		expect(rows.map((row) => [row.stratum, row.score, row.cases])).toEqual([
			['app', 1, 1],
			['app', 4, 1],
			['app', 5, 1],
			['web', 2, 1],
			[null, 4, 1]
		]);
	});

	it('leaves no case out of the cells of who rated', async () => {
		const rows = await ask(await scope(), satisfaction.responseCells);
		expect(rows.map((row) => [row.channel, row.from_minutes, row.cases, row.rated])).toEqual([
			['app', 0, 1, 1],
			['app', 60, 1, 1],
			['app', 1440, 1, 1],
			['web', 0, 2, 0],
			['web', 1440, 1, 1],
			['web', null, 1, 0],
			[null, null, 1, 1]
		]);
	});
});

describe('working time', () => {
	const choice = {
		clock: null,
		time: 'working',
		stratum: null,
		measure: 'share',
		weights: true
	} as const;

	it('counts waits in working time, each band opening its cases', async () => {
		const facts = await satisfactionFacts(await scope(), choice);
		expect(facts).toMatchObject({ time: 'working', hasWorkingTime: true, scale: 'minutes' });
		expect(facts?.coverage.first_response).toMatchObject({ timed: 3, timed_by_wall: 6 });
		expect(facts?.bands.map(({ from, cases }) => [from, cases])).toEqual([
			[0, 1],
			[5, 1],
			[60, 1]
		]);
		for (const band of facts?.bands ?? [])
			expect(await count(inBand(march, facts!, band))).toBe(band.cases);
		expect(await count(timed(march, facts!))).toBe(3);
	});

	it('weighs ratings only when asked', async () => {
		const asked = await satisfactionFacts(await scope(), choice);
		expect(asked?.weighted).toMatchObject({ rated: 5 });
		const plain = await satisfactionFacts(await scope(), { ...choice, weights: false });
		expect(plain?.weighted).toBeNull();
	});

	it('falls back to the wall clock where no working time is known', async () => {
		const late = { ...march, dimensions: { channel: ['web'] } };
		const facts = await satisfactionFacts(await scope(late), choice);
		expect(facts).toMatchObject({ time: 'wall', hasWorkingTime: false });
	});
});
