import { afterEach, beforeEach, expect, test } from 'vitest';
import { emptyFilter } from '#lib/filter/filter.ts';
import { ask } from '#lib/server/questions/ask.ts';
import { caseCount } from '#lib/server/questions/cases.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import {
	applyCorrections,
	reconcileCorrections,
	withdrawCorrections
} from '#lib/server/record/apply-corrections.ts';
import {
	correctCase,
	correctionEvents,
	correctionsOf,
	withdrawCorrection
} from '#lib/server/record/corrections.ts';
import { categoryChoices } from '#lib/server/record/category-choices.ts';
import { appendEvent, closeRecord, holdRecordInMemory } from '#lib/server/record/record.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { openFixture, serve } from '../../fixtures/cases.ts';
import { asked } from '../../real/logs.ts';

const li = { id: 'declared:李敏', name: '李敏', assurance: 'declared' } as const;
const wang = { id: 'declared:王强', name: '王强', assurance: 'declared' } as const;
const key = { source: 'log', caseNo: 'a' };

let opened: DuckDbWarehouse;
beforeEach(async () => {
	opened = await openFixture([
		{ case_no: 'a', received: '2025-11-01 09:00', category: '物流', finding: '属实' },
		{ case_no: 'b', received: '2025-11-01 10:00', category: '物流' }
	]);
	serve(opened);
	holdRecordInMemory();
});
afterEach(async () => {
	await closeRecord();
	await opened.close();
});

async function counted(category: string): Promise<{ cases: number; version: number }> {
	const scope = await scopeOf(li, { ...emptyFilter, dimensions: { category: [category] } });
	const [row] = await ask(scope, caseCount);
	return { cases: row?.cases ?? 0, version: scope.dataVersion };
}

/** A load that gives case a another category, as the import does it. */
async function load(category: string): Promise<void> {
	await opened.write(async (session) => {
		await withdrawCorrections(session);
		await session.connection.run(`update complaint set category = $1 where case_no = 'a'`, [
			category
		]);
		await applyCorrections(session);
	});
}

test('a correction is seen by every question at once, in a new version of the data', async () => {
	const before = await counted('质量');
	const result = await correctCase(li, key, { field: 'category', value: '质量', seen: '物流' });
	expect(result).toEqual({ changed: 1 });
	const after = await counted('质量');
	expect([before.cases, after.cases, after.version - before.version]).toEqual([0, 1, 1]);
	expect(await correctionsOf(key)).toEqual([
		{ field: 'category', value: '质量', log_value: '物流', number: 1 }
	]);
});

test('of two who correct the same value the second is told what it says by now', async () => {
	await correctCase(li, key, { field: 'category', value: '质量', seen: '物流' });
	const second = await correctCase(wang, key, { field: 'category', value: '服务', seen: '物流' });
	expect(second).toEqual({ problem: 'changed_meanwhile', present: '质量' });
	expect((await counted('质量')).cases).toBe(1);
	// Another field of the same case is nobody's business.
	expect(await correctCase(wang, key, { field: 'finding', value: null, seen: '属实' })).toEqual({
		changed: 2
	});
});

test('a correction survives a load, keeps what the log says by now, and can be taken back to that', async () => {
	await correctCase(li, key, { field: 'category', value: '质量', seen: '物流' });
	await load('售后');
	expect((await counted('质量')).cases).toBe(1);
	expect(await correctionsOf(key)).toEqual([
		{ field: 'category', value: '质量', log_value: '售后', number: 1 }
	]);
	expect(await withdrawCorrection(wang, key, { field: 'category', number: 1 })).toEqual({
		changed: 2
	});
	expect((await counted('售后')).cases).toBe(1);
	expect(await correctionsOf(key)).toEqual([]);
	const events = await correctionEvents(key);
	expect(events.map(({ kind, person, body }) => [kind, person.name, body.value, body.was])).toEqual(
		[
			['case_corrected', '李敏', '质量', '物流'],
			['case_correction_withdrawn', '王强', '售后', '质量']
		]
	);
});

test('a correction made anew over an older one keeps the value of the log under both', async () => {
	await correctCase(li, key, { field: 'category', value: '质量', seen: '物流' });
	await correctCase(wang, key, { field: 'category', value: null, seen: '质量' });
	expect(await correctionsOf(key)).toEqual([
		{ field: 'category', value: null, log_value: '物流', number: 2 }
	]);
	expect(await withdrawCorrection(li, key, { field: 'category', number: 1 })).toEqual({
		problem: 'changed_meanwhile',
		present: null
	});
	await withdrawCorrection(li, key, { field: 'category', number: 2 });
	expect((await counted('物流')).cases).toBe(2);
});

test('an act the cases do not show yet, after a kill, is laid over them at the next start', async () => {
	await appendEvent(li, 'case_corrected', '["log","b"]', {
		source: 'log',
		case_no: 'b',
		field: 'category',
		value: '质量',
		was: '物流',
		log_value: '物流'
	});
	expect((await counted('质量')).cases).toBe(0);
	await reconcileCorrections();
	const { cases, version } = await counted('质量');
	expect(cases).toBe(1);
	await reconcileCorrections();
	expect((await counted('质量')).version).toBe(version);
});

test('a correction whose case is gone waits for it', async () => {
	await correctCase(li, key, { field: 'category', value: '质量', seen: '物流' });
	await opened.write(async (session) => {
		await withdrawCorrections(session);
		await session.connection.run(`delete from complaint where case_no = 'a'`);
		await applyCorrections(session);
	});
	expect(await correctionsOf(key)).toEqual([]);
	await reconcileCorrections();
	expect(await correctCase(li, key, { field: 'category', value: 'x', seen: '质量' })).toEqual({
		problem: 'no_such_case'
	});
});

test('a subcategory does not outlive its category in silence, and comes back with it', async () => {
	await opened.write((session) =>
		session.connection.run(
			`update complaint set subcategory = case case_no when 'a' then '派送延误' else '包装' end`
		)
	);
	const result = await correctCase(li, key, { field: 'category', value: '质量', seen: '物流' });
	expect(result).toEqual({ changed: 2, along: [1] });
	expect(await said('a')).toEqual({ category: '质量', subcategory: null });
	expect(
		(await correctionEvents(key)).map(({ body }) => [body.field, body.value, body.was])
	).toEqual([
		['subcategory', null, '派送延误'],
		['category', '质量', '物流']
	]);
	await withdrawCorrection(li, key, { field: 'category', number: 2 });
	expect(await said('a')).toEqual({ category: '物流', subcategory: '派送延误' });
});

test('a subcategory the log knows beneath the new category stays, one that is given goes with it', async () => {
	await opened.write((session) =>
		session.connection.run(
			`update complaint set subcategory = '包装', category = case case_no when 'a' then '物流' else '质量' end`
		)
	);
	expect(await correctCase(li, key, { field: 'category', value: '质量', seen: '物流' })).toEqual({
		changed: 1
	});
	expect(await said('a')).toEqual({ category: '质量', subcategory: '包装' });
	await correctCase(li, key, {
		field: 'category',
		value: '服务',
		seen: '质量',
		subcategory: '态度'
	});
	expect(await said('a')).toEqual({ category: '服务', subcategory: '态度' });
});

test('a person chooses among the categories of the log and those of the taxonomy in its language', async () => {
	const choices = await opened.read({}, (session) => categoryChoices(session, 'log'));
	expect(choices[0]).toEqual({ category: '物流', subcategories: [] });
	expect(choices.map(({ category }) => category)).toContain('产品质量');
	expect(choices.map(({ category }) => category)).not.toContain('Product quality');
});

async function said(caseNo: string): Promise<object | undefined> {
	const rows = await asked(
		opened,
		`select category, subcategory from complaint where case_no = '${caseNo}'`
	);
	return rows[0];
}
