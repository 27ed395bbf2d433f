import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyFilter } from '#lib/filter/filter.ts';
import { usualMeasures } from '#lib/board/measures.ts';
import { localPerson } from '#lib/server/access/person.ts';
import { ensureDemo } from '#lib/server/import/demo-load.ts';
import { ask } from '#lib/server/questions/ask.ts';
import { boardOf, type Board } from '#lib/server/questions/board.ts';
import { caseCount } from '#lib/server/questions/cases.ts';
import { forecastChoices } from '#lib/server/questions/forecast-choices.ts';
import { forecastPageFacts } from '#lib/server/questions/forecast-page.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import { startPhase } from '#lib/server/record/control-limits.ts';
import { closeRecord, holdRecordInMemory } from '#lib/server/record/record.ts';
import { setTarget } from '#lib/server/record/targets.ts';
import { openWarehouse, type DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { openFixture, serve, type CaseValues } from '../../fixtures/cases.ts';
import { allTiles, unequalIcons } from './board-icons.ts';

async function board(month: string | null): Promise<Board> {
	const found = await boardOf(localPerson, { month, sources: [] });
	if (!found) throw new Error('the log has cases');
	return found;
}

describe('the board of the demo log', () => {
	let folder: string;
	let store: DuckDbWarehouse;
	beforeAll(async () => {
		await holdRecordInMemory();
		folder = mkdtempSync(join(tmpdir(), 'redress-board-'));
		store = await openWarehouse({ folder, inMemory: true });
		await ensureDemo(12_000, 13, store);
		serve(store);
		const year = { span: 'year', since: '2025-01-01' } as const;
		await setTarget(localPerson, { ...year, measure: 'complaint_rate', scope: null, value: 60 });
		await setTarget(localPerson, { ...year, measure: 'satisfied_share', scope: null, value: 0.6 });
		await setTarget(localPerson, {
			...year,
			measure: 'resolution_in_time',
			scope: { dimension: 'department', value: '质检部' },
			value: 0.9
		});
		const chart = { measure: 'response_rate', selection: '' };
		await startPhase(localPerson, chart, { day: '2024-06-01', reason: '新问卷' });
	}, 120_000);
	afterAll(async () => {
		await store.close();
		await closeRecord();
		rmSync(folder, { recursive: true, force: true });
	});

	it.each([null, '2025-10-01', '2025-03-01', '2023-06-01'])(
		'says in every icon what the chart it opens says, of the month %s',
		async (month) => {
			const { tiles, departments } = await board(month);
			expect(tiles.length).toBe(8);
			expect(departments?.columns.length).toBe(5);
			expect(await unequalIcons(month)).toEqual([]);
		},
		60_000
	);

	it('holds all cases and departments each against their own target, and none against a missing one', async () => {
		const { tiles, departments } = await board(null);
		const rate = tiles.find(({ measure }) => measure === 'complaint_rate');
		expect(rate?.target).toBe(60);
		expect(rate?.assurance).not.toBe('unknown');
		expect(tiles.find(({ measure }) => measure === 'response_in_time')).toMatchObject({
			target: null,
			assurance: 'unknown'
		});
		const row = departments?.rows.find(({ measure }) => measure === 'resolution_in_time');
		expect(row?.cells.map(({ scope, target }) => [scope?.value, target])).toContainEqual([
			'质检部',
			0.9
		]);
		expect(row?.cells.filter(({ target }) => target !== null)).toHaveLength(1);
	});

	it('opens with every number exactly the cases it counts', async () => {
		for (const { filter, cases, measure, scope } of allTiles(await board(null))) {
			const [found] = await ask(await scopeOf(localPerson, filter), caseCount);
			expect([measure, scope?.value, found?.cases]).toEqual([measure, scope?.value, cases]);
		}
	}, 60_000);

	it('parts the cases of the month among the departments shown, the others and those without one', async () => {
		const { departments, cases } = await board(null);
		const { others, blank, rows } = departments!;
		const shown = rows.find(({ measure }) => measure === 'complaint_rate')!.cells;
		expect(departments!.cases).toBe(shown.reduce((sum, cell) => sum + cell.cases, 0));
		expect(departments!.cases + others.cases + blank).toBe(cases);
		expect(others.values).toBeGreaterThan(0);
	});

	it('foresees the number of complaints as the forecast page does', async () => {
		const wish = { month: null, sources: [], measures: ['complaints'] as const };
		const tiles = (await boardOf(localPerson, wish))?.tiles;
		const page = await forecastPageFacts(
			await scopeOf(localPerson, emptyFilter),
			forecastChoices(() => null)
		);
		const { median, lower80, upper80 } = page!.total.coming![0]!;
		expect(tiles?.map(({ monthEnd }) => monthEnd)).toEqual([{ value: median, lower80, upper80 }]);
	}, 60_000);

	it('is of the latest month, partial and with decisions, unless another one is asked for', async () => {
		const latest = await board('1999-01-01');
		expect(latest).toMatchObject({
			month: '2025-11-01',
			latest: true,
			partial: { days: 18, of: 30 }
		});
		expect(latest.judged).toBe('2025-10-01');
		const past = await board('2025-10-01');
		expect(past).toMatchObject({ latest: false, partial: null, decisions: [] });
		expect(past.tiles.every(({ monthEnd, partial }) => monthEnd === null && !partial)).toBe(true);
		expect(past.months[0]).toBe('2025-11-01');
	});

	it('foresees the end of the running month within an interval that holds it, and leaves out what ripens', async () => {
		const { tiles } = await board(null);
		const of = (id: string) => tiles.find(({ measure }) => measure === id)!;
		for (const id of ['complaint_rate', 'resolution_median', 'satisfied_share']) {
			const { value, lower80, upper80 } = of(id).monthEnd!;
			expect(lower80).toBeLessThan(value);
			expect(value).toBeLessThan(upper80);
		}
		expect(of('response_rate')).toMatchObject({ monthEnd: null, before: null, partial: true });
		// Nobody who complained in November had time to come back.
		expect(of('reopened_share')).toMatchObject({ month: '2025-10-01', partial: false });
	});
});

describe('the board of a poor log', () => {
	/** Two cases a day from January 2024 to 10 March 2025, those of the last ten days three. */
	const cases: CaseValues[] = [];
	for (let day = Date.UTC(2024, 0, 1); day <= Date.UTC(2025, 2, 10); day += 86_400_000) {
		const received = `${new Date(day).toISOString().slice(0, 10)} 09:00`;
		const count = day >= Date.UTC(2025, 2, 1) ? 3 : 2;
		for (let n = 0; n < count; n++) cases.push({ received });
	}
	let store: DuckDbWarehouse;
	beforeAll(async () => {
		await holdRecordInMemory();
		store = await openFixture(cases, { asOf: '2025-03-10 23:59' });
		serve(store);
	});
	afterAll(async () => {
		await store.close();
		await closeRecord();
	});

	it('counts complaints where there are no orders, and names every measure it has no columns for', async () => {
		const { tiles, missing, departments } = await board(null);
		expect(tiles.map(({ measure }) => measure)).toEqual(['complaints']);
		expect(missing).toEqual(usualMeasures);
		expect(departments).toBeNull();
	});

	it('compares ten days with ten days: 30 against 20 is half as many again', async () => {
		const [complaints] = (await board(null)).tiles;
		expect(complaints).toMatchObject({
			value: 30,
			cases: 30,
			partial: true,
			before: { value: 20, change: 0.5 },
			yearAgo: { value: 20, change: 0.5 }
		});
		// February whole: 56 against 62 in January, and 58 a year before.
		const [february] = (await board('2025-02-01')).tiles;
		expect(february?.before).toEqual({ value: 62, change: -0.0967742 });
		expect(february?.yearAgo).toEqual({ value: 58, change: -0.0344828 });
	});
});
