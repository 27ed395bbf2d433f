import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureDemo } from '#lib/server/import/demo-load.ts';
import { cancelJob, job, startLoad, whenOver } from '#lib/server/import/jobs.ts';
import { ledger } from '#lib/server/import/ledger.ts';
import { removeDemo } from '#lib/server/import/undo.ts';
import { dropUpload, keepUpload, upload } from '#lib/server/import/uploads.ts';
import { warehouse } from '#lib/server/state/state.ts';
import { asked, tester } from '../../real/logs.ts';
import { beginState, endState } from '../../fixtures/state-folder.ts';

let folder: string;
beforeAll(() => {
	folder = beginState();
});
afterAll(endState);

test('an empty state gets the demo with its orders, marked as such; removed, it does not come back', async () => {
	const entries = await ensureDemo(500, 3);
	expect(entries.map(({ kind, demo, quarantined }) => [kind, demo, quarantined])).toEqual([
		['cases', true, 0],
		['orders', true, 0]
	]);
	const store = await warehouse();
	expect(await asked(store, 'select source, demo from source')).toEqual([
		{ source: 'demo', demo: true }
	]);
	expect(await removeDemo(store, tester)).toMatchObject({ removed: 500 });
	const left = `select (select count(*) from complaint) as cases, (select count(*) from orders) as orders,
		(select count(*) from person_detail) as persons, (select count(*) from source) as sources`;
	expect(await asked(store, left)).toEqual([{ cases: 0, orders: 0, persons: 0, sources: 0 }]);
	expect(await ensureDemo(500, 3)).toEqual([]);
});

test('jobs run one after the other, tell how far they are, and a waiting one can be cancelled', async () => {
	const file = (name: string, channel: string) => {
		const path = join(folder, name);
		writeFileSync(path, `case id,received,channel\nA,2025-03-14 08:00,${channel}\n`);
		return { path, name, source: 'jobs' };
	};
	const over: string[] = [];
	const first = startLoad(file('first.csv', 'app'), tester, async () => void over.push('first'));
	const second = startLoad(file('second.csv', 'web'), tester, async () => void over.push('second'));
	const third = startLoad(file('third.csv', 'mail'), tester, async () => void over.push('third'));
	cancelJob(second);
	await whenOver(third);
	expect(over).toEqual(['first', 'second', 'third']);
	expect(job(first)).toMatchObject({ state: 'done', entry: { loaded: 1 } });
	expect(job(second)).toMatchObject({ state: 'cancelled', entry: null });
	expect(job(third)).toMatchObject({ state: 'done', entry: { updated: 1 } });
	const store = await warehouse();
	expect(await asked(store, "select channel from complaint where source = 'jobs'")).toEqual([
		{ channel: 'mail' }
	]);
	expect((await ledger(store)).slice(0, 2).map((entry) => entry.file)).toEqual([
		'third.csv',
		'first.csv'
	]);
});

test('a job that cannot load says why', async () => {
	const path = join(folder, 'page.csv');
	writeFileSync(path, '<!doctype html><html></html>');
	const id = startLoad({ path, name: 'page.csv' }, tester);
	expect(await whenOver(id)).toMatchObject({ state: 'failed', problem: { code: 'web_page' } });
	expect(job('unknown')).toBeNull();
});

test('an upload is kept as it came until it is dropped, and no id reaches outside its folder', async () => {
	const store = await warehouse();
	const body = new Blob(['a,b\n1,2\n']).stream();
	const kept = await keepUpload(store, body, '投诉 5月.csv');
	expect(await upload(store, kept.id)).toEqual(kept);
	expect(await upload(store, '../../person.key')).toBeNull();
	await dropUpload(store, kept.id);
	expect(await upload(store, kept.id)).toBeNull();
});
