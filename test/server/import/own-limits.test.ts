import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { emptyFilter, type Filter } from '#lib/filter/filter.ts';
import { importFile } from '#lib/server/import/run.ts';
import { ask } from '#lib/server/questions/ask.ts';
import { caseCount } from '#lib/server/questions/cases.ts';
import { scopeOf, type Scope } from '#lib/server/questions/scope.ts';
import { contradictions, ownFlag } from '#lib/server/questions/timeliness.ts';
import { timelinessFacts } from '#lib/server/questions/timeliness-page.ts';
import { keepDaysIn } from '#lib/server/warehouse/business-zone.ts';
import { openWarehouse, type DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { closeRecord, holdRecordInMemory } from '#lib/server/record/record.ts';
import { serve } from '../../fixtures/cases.ts';
import { tester } from '../../real/logs.ts';

const rows = 2_000;
/** Every 66th case from the 7th on, thirty of them, is flagged otherwise than its dates say. */
const isContradiction = (index: number): boolean => index % 66 === 7 && index < 30 * 66;

let folder: string;
let store: DuckDbWarehouse;
let scope: Scope;

/** Loads a log by the ordinary import; the first line names its columns. */
async function load(source: string, lines: readonly string[]): Promise<Scope> {
	const path = join(folder, `${source}.csv`);
	writeFileSync(path, `${lines.join('\n')}\n`);
	const result = await importFile(store, { path, name: `${source}.csv`, source }, tester);
	expect('entry' in result ? result.entry.loaded : result).toBe(lines.length - 1);
	return scopeOf(tester, { ...emptyFilter, period: 'all', sources: [source] });
}

/** How many cases a filter opens of the log of a scope. */
async function opened({ filter }: Scope, more: Partial<Filter>): Promise<number> {
	const [counted] = await ask(await scopeOf(tester, { ...filter, ...more }), caseCount);
	return counted!.cases;
}

const asOpened = { clock: 'wall', stage: null } as const;

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'redress-own-limits-'));
	holdRecordInMemory();
	store = await openWarehouse({ folder, inMemory: true });
	serve(store);
	await keepDaysIn(store, 'Asia/Shanghai');
	const lines = ['投诉编号,投诉时间,办结时间,要求完成时间,是否超时,投诉类别'];
	for (let index = 0; index < rows; index++) {
		const day = `2025-0${(index % 6) + 3}-${String((index % 27) + 1).padStart(2, '0')}`;
		// Due at 18:00; every fourth case ends an hour later, the others at the very minute or before.
		const isLate = index % 4 === 0;
		const ended = isLate ? '19:00' : index % 4 === 1 ? '18:00' : '11:30';
		const says = isLate !== isContradiction(index) ? '是' : '否';
		lines.push(`W${index},${day} 09:00,${day} ${ended},${day} 18:00,${says},物流`);
	}
	scope = await load('own', lines);
}, 60_000);
afterAll(async () => {
	await store.close();
	await closeRecord();
	rmSync(folder, { recursive: true, force: true });
});

it('holds the attainment by dates beside the flag of the log, a flag of lateness turned round', async () => {
	const [own] = await ask(scope, ownFlag);
	// A quarter of 2,000 is late by its dates. The thirty flags turned over stand at 7 + 66 k, which is odd
	// and so never late by its dates: thirty cases on time are flagged late.
	expect(own).toMatchObject({
		targeted: rows,
		flagged: rows,
		judged: rows,
		dates_met: 1_500,
		flag_met: 1_470,
		contradicting: 30
	});
});

it('lists exactly the rows that contradict themselves', async () => {
	const listed = await ask(scope, contradictions);
	const expected = Array.from({ length: rows }, (_, index) => index).filter(isContradiction);
	expect(listed.map(({ case_no }) => case_no).sort()).toEqual(
		expected.map((index) => `W${index}`).sort()
	);
	expect(listed.every(({ on_time }) => !on_time)).toBe(true);
});

it('takes a target given as a date alone for the whole of that day', async () => {
	const lines = [
		'投诉编号,投诉时间,办结时间,要求完成时间,是否超时,渠道',
		'D1,2025-03-03 09:00,2025-03-05 17:30,2025-03-05,否,App',
		'D2,2025-03-03 09:00,2025-03-06 00:10,2025-03-05,是,App',
		'D3,2025-03-03 09:00,2025-03-05 23:59,2025-03-05,是,App'
	];
	const own = await load('dated', lines);
	const [told] = await ask(own, ownFlag);
	expect(told).toMatchObject({ judged: 3, dates_met: 2, flag_met: 1, contradicting: 1 });
	expect((await ask(own, contradictions)).map(({ case_no }) => case_no)).toEqual(['D3']);
});

it('judges a log by its own targets as the page opens, and by our limits when asked', async () => {
	// Other logs have come since.
	scope = await scopeOf(tester, scope.filter);
	const facts = await timelinessFacts(scope, asOpened);
	expect(facts?.ownTargets).toEqual({ targeted: rows, cases: rows });
	expect(facts?.stage).toMatchObject({
		stage: 'own_target',
		met: 1_500,
		breached: 500,
		judged: rows,
		share: 0.75
	});
	expect(facts?.months.reduce((sum, { judged }) => sum + judged, 0)).toBe(rows);
	const asked = await timelinessFacts(scope, { ...asOpened, stage: 'resolved' });
	expect(asked?.stage?.stage).toBe('resolved');
	for (const [outcome, cases] of [
		['met', 1_500],
		['breached', 500],
		['open_late', 0]
	] as const)
		expect(await opened(scope, { limits: { own_target: [outcome] } })).toBe(cases);
	expect(await opened(scope, { having: ['contradicting_flag'] })).toBe(30);
});

it('counts an open case past its own target, and neither one whose target is ahead nor one without', async () => {
	const log = await load('open', [
		'投诉编号,投诉时间,办结时间,要求完成时间,渠道,状态',
		// The log tells up to 10 March 12:00, when the last case came.
		'O1,2025-03-03 09:00,2025-03-04 09:00,2025-03-05 09:00,App,已办结',
		'O2,2025-03-03 09:00,,2025-03-05 09:00,App,处理中',
		'O3,2025-03-04 09:00,,2025-03-10 11:59,App,处理中',
		'O4,2025-03-04 09:00,,2025-03-10 18:00,App,处理中',
		'O5,2025-03-04 09:00,,,App,处理中',
		// Done, but nobody may say so before its target has passed.
		'O6,2025-03-10 12:00,2025-03-10 12:00,2025-03-12 12:00,App,已办结'
	]);
	const facts = await timelinessFacts(log, asOpened);
	expect(facts?.ownTargets).toEqual({ targeted: 5, cases: 6 });
	expect(facts?.stage).toMatchObject({
		stage: 'own_target',
		met: 1,
		breached: 0,
		open_late: 2,
		judged: 3,
		not_due: 2,
		no_time: 0
	});
	expect(await opened(log, { limits: { own_target: ['open_late'] } })).toBe(2);
	expect(facts?.backlog.reduce((sum, band) => sum + band.late_by_target, 0)).toBe(2);
	// Six hours are left of the target of O4.
	expect(facts?.dueNext).toMatchObject([
		{ case_no: 'O4', stage: 'own_target', minutes_left: 360, waiting: 1, soon: 1 }
	]);
});

it('is headed by our limits where only few cases carry a target', async () => {
	const log = await load('few', [
		'投诉编号,投诉时间,办结时间,要求完成时间,渠道',
		'F1,2025-03-03 09:00,2025-03-04 09:00,2025-03-05 09:00,App',
		'F2,2025-03-03 09:00,2025-03-04 10:00,,App',
		'F3,2025-06-03 09:00,2025-06-04 09:00,,App'
	]);
	const facts = await timelinessFacts(log, asOpened);
	expect(facts?.ownTargets).toEqual({ targeted: 1, cases: 3 });
	expect(facts?.stage?.stage).not.toBe('own_target');
	expect(facts?.stages.find(({ stage }) => stage === 'own_target')).toMatchObject({ met: 1 });
});

it('tells whole numbers where a list is cut', async () => {
	const log = await load('many', [
		'投诉编号,投诉时间,办结时间,要求完成时间,是否超时,地区',
		...Array.from(
			{ length: 250 },
			(_, at) => `M${at},2025-03-03 09:00,2025-03-04 09:00,2025-03-05 09:00,是,广东`
		),
		...Array.from({ length: 130 }, (_, at) => `N${at},2025-03-05 12:00,,2025-03-06 09:00,,广东`)
	]);
	const facts = await timelinessFacts(log, asOpened);
	expect(facts?.own?.contradicting).toBe(250);
	expect(facts?.own?.rows.length).toBe(200);
	expect(await opened(log, { having: ['contradicting_flag'] })).toBe(250);
	expect(facts?.dueNext.length).toBe(100);
	expect(facts?.dueNext[0]).toMatchObject({ waiting: 130, soon: 130 });
});
