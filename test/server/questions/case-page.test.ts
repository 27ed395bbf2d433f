import { afterAll, beforeAll, expect, test } from 'vitest';
import { localPerson } from '#lib/server/access/person.ts';
import { ask } from '#lib/server/questions/ask.ts';
import { caseFacts } from '#lib/server/questions/case-page.ts';
import { caseCount } from '#lib/server/questions/cases.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import { closeRecord, holdRecordInMemory } from '#lib/server/record/record.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { insertRows, openFixture, serve, utc } from '../../fixtures/cases.ts';

const same = { category: '物流', subcategory: '破损' };
let opened: DuckDbWarehouse;
beforeAll(async () => {
	opened = await openFixture(
		[
			{
				case_no: 'a/1 %',
				received: '2025-11-16 09:00',
				...same,
				product: '壶',
				customer: 'key of one person',
				narrative: '箱子压坏，电话13812345678',
				extra: { 快递: '云途', 备注: '邮箱 a@b.cn', 空: '' }
			},
			// One day away, ten days away with the same product, 15 and 16 days away.
			{ case_no: 'near', received: '2025-11-17 09:00', ...same, product: '杯' },
			{
				case_no: 'pot',
				received: '2025-11-06 09:00',
				...same,
				product: '壶',
				narrative: '致电010-12345678'
			},
			{ case_no: 'edge', received: '2025-11-01 00:00', ...same },
			{ case_no: 'far', received: '2025-10-31 23:59', ...same },
			{ case_no: 'other', received: '2025-11-16 10:00', category: '物流', subcategory: '延误' },
			{ case_no: 'twin', source: 'second', received: '2025-11-16 09:30', ...same }
		],
		{ asOf: '2025-12-01 00:00' }
	);
	const person = { customer: 'key of one person', source: 'log' };
	await insertRows(opened, 'person_detail', [
		{ ...person, load_id: 1, customer_name: '李四', customer_phone: '13812341234' },
		{ ...person, load_id: 2, customer_name: '张三', customer_email: 'anna@example.com' },
		// The same number in another log is another person's.
		{ ...person, source: 'second', load_id: 3, customer_name: '王五' }
	]);
	const version = {
		source: 'log',
		case_no: 'a/1 %',
		file_line: 2,
		received_at: utc('2025-11-16 09:00')
	};
	await insertRows(opened, 'complaint_version', [
		{ ...version, load_id: 1, category: '服务', subcategory: '破损' },
		{ ...version, load_id: 2, category: '物流', subcategory: '破损' }
	]);
	serve(opened);
	holdRecordInMemory();
});
afterAll(async () => {
	await closeRecord();
	await opened.close();
});

const facts = () => caseFacts(localPerson, { source: 'log', caseNo: 'a/1 %' });

test('free text is masked wherever the page shows it, and a masked value stands in no link', async () => {
	const found = await facts();
	expect(found?.row.narrative).toBe('箱子压坏，电话138****5678');
	expect(found?.extra).toEqual([
		{ name: '快递', value: '云途', exact: true },
		{ name: '备注', value: '邮箱 a***@***', exact: false }
	]);
	expect(JSON.stringify(found)).not.toMatch(/13812345678|a@b\.cn|12345678/);
});

test('neighbours are the cases around: same product first, then nearest in time', async () => {
	const found = await facts();
	// 'far' is 16 days away, 'other' another problem, 'twin' in another log.
	expect(found?.neighbours.map(({ case_no }) => case_no)).toEqual(['pot', 'near', 'edge']);
});

test('contact data are masked, of each detail what the last load gave', async () => {
	expect((await facts())?.contact).toEqual([
		{ field: 'customer_name', masked: '张*' },
		{ field: 'customer_phone', masked: '138****1234' },
		{ field: 'customer_email', masked: 'a***@***' }
	]);
	const near = await caseFacts(localPerson, { source: 'log', caseNo: 'near' });
	expect(near?.contact).toEqual([]);
});

test('the cases around are 15 days either way, and their link opens exactly as many', async () => {
	const { around } = (await facts())!;
	expect(around?.cases).toBe(4);
	expect(await ask(await scopeOf(localPerson, around!.filter), caseCount)).toEqual([{ cases: 4 }]);
});

test('each load that spoke of the case is told with what it changed', async () => {
	const versions = (await facts())!.versions;
	expect(versions.map(({ loadId, changed }) => [loadId, changed])).toEqual([
		[1, {}],
		[2, { category: '物流' }]
	]);
});

test('a case that is not there, or in another log, is not found', async () => {
	expect(await caseFacts(localPerson, { source: 'log', caseNo: 'twin' })).toBeNull();
	expect(await caseFacts(localPerson, { source: 'nowhere', caseNo: 'near' })).toBeNull();
});
