import { afterEach, beforeEach, expect, it } from 'vitest';
import { emptyFilter } from '#lib/filter/filter.ts';
import { localPerson } from '#lib/server/access/person.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import { closeWarehouse, warehouse, zoneMove } from '#lib/server/state/state.ts';
import { insertRows } from '../../fixtures/cases.ts';
import { beginState, endState } from '../../fixtures/state-folder.ts';

const zone = process.env.REDRESS_ZONE;
beforeEach(() => void beginState());
afterEach(async () => {
	await endState();
	if (zone === undefined) delete process.env.REDRESS_ZONE;
	else process.env.REDRESS_ZONE = zone;
});

/** The server stops and is started with this zone. */
async function startIn(zone: string) {
	await closeWarehouse();
	process.env.REDRESS_ZONE = zone;
	return warehouse();
}

async function days(): Promise<unknown[]> {
	const store = await warehouse();
	const rows = await store.write(({ connection }) =>
		connection.runAndReadAll(`select
			received_day::varchar, received_week::varchar, received_month::varchar, ended_day::varchar
			from complaint order by case_no`)
	);
	return rows.getRows();
}

it('moves stored days, weeks and months when the business counts in another zone', async () => {
	const store = await startIn('Asia/Shanghai');
	// 2 March 2025 is a Sunday: 00:30 on the 3rd in Shanghai is 17:30 on the 2nd in London.
	const inShanghai = { received_day: '2025-03-03', received_week: '2025-03-03' };
	const common = { source: 'log', load_id: 1, received_month: '2025-03-01', state: 'resolved' };
	await insertRows(store, 'complaint', [
		{
			...common,
			...inShanghai,
			case_no: 'a',
			received_at: '2025-03-02 16:30:00',
			ended_at: '2025-03-31 17:00:00',
			ended_day: '2025-04-01'
		},
		{ ...common, ...inShanghai, case_no: 'b', received_at: '2025-03-03 04:00:00', state: 'open' },
		{
			...common,
			case_no: 'c',
			received_at: '2025-02-28 18:00:00',
			received_day: '2025-03-01',
			received_week: '2025-02-24'
		}
	]);
	await insertRows(store, 'source', [{ source: 'log', demo: false, zone: 'Asia/Shanghai' }]);
	await insertRows(store, 'load', [load]);
	const { dataVersion } = await scopeOf(localPerson, emptyFilter);

	await startIn('Europe/London');
	expect(zoneMove()).toEqual({ from: 'Asia/Shanghai', to: 'Europe/London', cases: 2 });
	expect(await days()).toEqual([
		['2025-03-02', '2025-02-24', '2025-03-01', '2025-03-31'],
		['2025-03-03', '2025-03-03', '2025-03-01', null],
		['2025-02-28', '2025-02-24', '2025-02-01', null]
	]);
	const scope = await scopeOf(localPerson, emptyFilter);
	expect([scope.zone, scope.log?.firstDay]).toEqual(['Europe/London', '2025-02-28']);
	expect(scope.dataVersion).toBeGreaterThan(dataVersion);

	// Started again with the same zone nothing moves; back again everything is as it was.
	await startIn('Europe/London');
	expect(zoneMove()).toBeNull();
	await startIn('Asia/Shanghai');
	expect((await days())[0]).toEqual(['2025-03-03', '2025-03-03', '2025-03-01', '2025-04-01']);
});

it('refuses to start with a zone there is not, and leaves the store to the next start', async () => {
	const store = await startIn('Asia/Shanghai');
	await insertRows(store, 'complaint', [
		{
			...{ source: 'log', case_no: 'a', load_id: 1, received_at: '2025-03-02 16:30:00' },
			...{ received_day: '2025-03-03', received_week: '2025-03-03' },
			...{ received_month: '2025-03-01', state: 'open' }
		}
	]);
	await expect(startIn('Asia/Nowhere')).rejects.toThrow(/Asia\/Nowhere/);
	await startIn('Asia/Shanghai');
	expect(await days()).toHaveLength(1);
});

const load = {
	...{ load_id: 1, kind: 'cases', source: 'log', file: 'log.csv', hash: '00', bytes: 1 },
	...{ encoding: 'utf-8', mapping: {}, columns: [], rows_read: 3, loaded: 3, updated: 0 },
	...{ unchanged: 0, quarantined: 0, warnings: [], loaded_by: 'test' },
	loaded_at: '2025-04-01 00:00:00'
};
