import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { emptyFilter } from '#lib/filter/filter.ts';
import { importFile } from '#lib/server/import/run.ts';
import { ask } from '#lib/server/questions/ask.ts';
import { scopeOf, type Scope } from '#lib/server/questions/scope.ts';
import { contradictions, ownFlag } from '#lib/server/questions/timeliness.ts';
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
	const path = join(folder, 'own.csv');
	writeFileSync(path, `${lines.join('\n')}\n`);
	const result = await importFile(store, { path, name: 'own.csv', source: 'own' }, tester);
	expect('entry' in result && result.entry.loaded).toBe(rows);
	scope = await scopeOf(tester, { ...emptyFilter, period: 'all' });
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
	const path = join(folder, 'dated.csv');
	const lines = [
		'投诉编号,投诉时间,办结时间,要求完成时间,是否超时,渠道',
		'D1,2025-03-03 09:00,2025-03-05 17:30,2025-03-05,否,App',
		'D2,2025-03-03 09:00,2025-03-06 00:10,2025-03-05,是,App',
		'D3,2025-03-03 09:00,2025-03-05 23:59,2025-03-05,是,App'
	];
	writeFileSync(path, `${lines.join('\n')}\n`);
	const result = await importFile(store, { path, name: 'dated.csv', source: 'dated' }, tester);
	expect('entry' in result ? result.entry.loaded : result).toBe(3);
	const own = await scopeOf(tester, { ...emptyFilter, period: 'all', sources: ['dated'] });
	const [told] = await ask(own, ownFlag);
	expect(told).toMatchObject({ judged: 3, dates_met: 2, flag_met: 1, contradicting: 1 });
	expect((await ask(own, contradictions)).map(({ case_no }) => case_no)).toEqual(['D3']);
});
