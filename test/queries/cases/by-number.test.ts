import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyFilter } from '#lib/filter/filter.ts';
import { localPerson } from '#lib/server/access/person.ts';
import { findCases } from '#lib/server/questions/find-cases.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { openFixture, serve } from '../../fixtures/cases.ts';

let opened: DuckDbWarehouse;
beforeAll(async () => {
	opened = await openFixture([
		{ case_no: 'TS-0010', received: '2025-11-01 09:00' },
		{ case_no: 'TS-001', received: '2025-11-02 09:00' },
		{ case_no: 'ts-001', received: '2025-11-03 09:00' },
		{ case_no: 'X-1', order_no: 'SF-77', received: '2025-11-04 09:00' }
	]);
	serve(opened);
});
afterAll(() => opened.close());

async function found(text: string): Promise<readonly string[]> {
	const scope = await scopeOf(localPerson, emptyFilter);
	return (await findCases(scope, text, 8)).map(({ case_no }) => case_no);
}

test('a case is found by the start of its number or order number, in whatever case it is typed', async () => {
	expect(await found('ts-00')).toEqual(['TS-001', 'TS-0010', 'ts-001']);
	expect(await found('Ts-0010')).toEqual(['TS-0010']);
	expect(await found('sf-7')).toEqual(['X-1']);
	expect(await found('ＴＳ－００１０')).toEqual(['TS-0010']);
	expect(await found('S-001')).toEqual([]);
});

test('the number as it was typed comes first, then the one that differs by case alone', async () => {
	expect(await found('ts-001')).toEqual(['ts-001', 'TS-001', 'TS-0010']);
	expect(await found('TS-001')).toEqual(['TS-001', 'ts-001', 'TS-0010']);
});
