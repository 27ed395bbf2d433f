import { afterEach } from 'vitest';
import type { Policy } from '#lib/calendar/policy.ts';
import { presetCalendars, presetPolicies } from '#lib/server/policy/presets.ts';
import { layOut, type Arrangement } from '#lib/server/timing/lay-out.ts';
import { timeCases } from '#lib/server/timing/time-cases.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { rowsOf } from '#lib/server/warehouse/rows.ts';

let store: DuckDbWarehouse | undefined;
afterEach(async () => {
	await store?.close();
	store = undefined;
});

const names = { en: 'Test', 'zh-CN': '测试', 'zh-TW': '測試' };

/** Everybody goes by these limits and this calendar. */
export function arranged(limits: Policy['versions'], calendar = 'china-office'): Arrangement {
	return {
		policies: [...presetPolicies, { id: 'test', names, source: names, versions: limits }],
		calendars: presetCalendars,
		choices: [{ source: '', policy: 'test', calendar }]
	};
}

/** Limits that hold at all times. */
export const always = (limits: Policy['versions'][number]['limits']) => [{ from: null, limits }];

/** Lays the limits out over a store and judges its cases. */
export async function judge(opened: DuckDbWarehouse, arrangement: Arrangement): Promise<void> {
	await opened.write(async (session) => {
		const generation = await layOut(session, arrangement);
		await session.run('timing/put_in_force', { generation });
		await timeCases(session);
	});
}

/** The same for a fixture that is closed after the test. */
export async function timed(opened: DuckDbWarehouse, arrangement: Arrangement): Promise<void> {
	store = opened;
	await judge(opened, arrangement);
}

/** What the timed fixture answers. */
export function asked(sql: string): Promise<Record<string, unknown>[]> {
	return store!.write(async (session) => rowsOf(await session.askText(sql)));
}

/** Wall time in Shanghai. */
export const wall = (instant: unknown) =>
	instant === null
		? null
		: new Date(Number(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
