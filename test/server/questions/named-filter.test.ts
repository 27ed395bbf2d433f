import { afterAll, beforeAll, expect, it } from 'vitest';
import { emptyFilter } from '#lib/filter/filter.ts';
import { namedFilter } from '#lib/server/questions/named-filter.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { rowOf } from '#lib/server/warehouse/rows.ts';
import { openFixture } from '../../fixtures/cases.ts';

const names = ['a\\', 'a"b', 'a/b~c', '$.x', '0', '物流 公司', '*'];
let store: DuckDbWarehouse;
beforeAll(async () => {
	store = await openFixture(
		names.map((name) => ({ received: '2025-01-05 10:00', extra: { [name]: 'yes' } }))
	);
});
afterAll(() => store.close());

it.each(names)(
	'finds the cases of a further column named %s, whatever the name holds',
	async (key) => {
		const count = async (value: string) => {
			const selection = namedFilter({ ...emptyFilter, extra: { key, value } }, null, ['log']);
			return rowOf(await store.ask('cases/count', { filters: { selection } }));
		};
		expect(await count('yes')).toEqual({ cases: 1 });
		expect(await count('')).toEqual({ cases: names.length - 1 });
	}
);
