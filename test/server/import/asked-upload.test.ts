import { afterEach, beforeEach, expect, test } from 'vitest';
import { noChoices, type Choices } from '#lib/import/choices.ts';
import { askedUpload, tryUpload } from '#lib/server/import/asked-upload.ts';
import { giveMapping, withdrawMapping } from '#lib/server/import/given-mapping.ts';
import { importFile } from '#lib/server/import/run.ts';
import { keepUpload, type Upload } from '#lib/server/import/uploads.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { openEmpty } from '../../fixtures/canonical.ts';
import { asked, tester } from '../../real/logs.ts';

let store: DuckDbWarehouse;
beforeEach(async () => {
	store = await openEmpty();
});
afterEach(() => store.close());

const sent = (text: string, name = 'log.csv'): Promise<Upload> =>
	keepUpload(store, new Blob([text]).stream(), name);
const log = 'Ticket,Opened,City\nA,2025-03-14 08:00,Köln\nB,2025-03-15 09:00,Bonn\nTotal,,\n';

async function loaded(upload: Upload, choices: Choices = noChoices, demo = false) {
	const { request } = await askedUpload(store, upload, choices);
	const source = demo ? { source: 'demo', demo } : {};
	const result = await importFile(store, { ...request, ...source }, tester);
	if ('problem' in result) throw new Error(JSON.stringify(result.problem));
	return result.entry;
}

test('a mapping confirmed before is known again by its header, with the name of its log', async () => {
	const choices: Choices = { ...noChoices, targets: { 2: 'shop' }, source: 'desk' };
	await loaded(await sent(log), choices);
	const again = await askedUpload(store, await sent(log, 'other.csv'), noChoices);
	expect(again.inspection.saved?.source).toBe('desk');
	expect(again.request.source).toBe('desk');
	expect(again.mapping.columns[2]?.target).toBe('shop');
});

test('the demo log’s name is not proposed for a file of a person with the same header', async () => {
	await loaded(await sent(log), noChoices, true);
	const own = await askedUpload(store, await sent(log, 'mine.csv'), noChoices);
	expect(own.inspection.saved).toBeNull();
	expect(own.request.source).toBe('mine');
});

test('a mapping file given for an upload counts before the proposal until it is withdrawn', async () => {
	const upload = await sent(log);
	const mapping = {
		version: 1,
		kind: 'cases',
		source: 'by hand',
		reading: { totals: 'keep' },
		columns: [
			{
				position: 1,
				header: 'Opened',
				target: 'received_at',
				form: { kind: 'time', formats: ['%Y-%m-%d %H:%M'], order: 'fixed' }
			}
		]
	};
	const given = new Blob([JSON.stringify(mapping)]).stream();
	expect(await giveMapping(store, upload.id, 'hand.json', given)).toBeNull();
	const seen = await askedUpload(store, upload, noChoices);
	expect(seen.given).toEqual({ name: 'hand.json', misfit: null });
	expect(seen.mapping.columns.map(({ target }) => target)).toEqual([
		'extra',
		'received_at',
		'extra'
	]);
	expect(seen.request.source).toBe('by hand');
	// The totals row is now a row; without a time of receipt it is set aside as such.
	const { result } = await tryUpload(store, seen.request, tester);
	expect('aside' in result && result.aside?.reasons).toMatchObject([
		{ reason: 'no_received_time' }
	]);
	await withdrawMapping(store, upload.id);
	const without = await askedUpload(store, upload, noChoices);
	expect(without.given).toBeNull();
	expect(without.mapping.columns[0]?.target).toBe('case_no');
});

test('a mapping file made for other columns is said to be, with the column', async () => {
	const upload = await sent(log);
	const column = (position: number, header: string, target: string) => ({
		position,
		header,
		target
	});
	const mapping = (...columns: object[]) =>
		new Blob([JSON.stringify({ version: 1, kind: 'cases', reading: {}, columns })]).stream();
	const misfit = async (body: ReadableStream<Uint8Array>) => {
		expect(await giveMapping(store, upload.id, 'other.json', body)).toBeNull();
		return (await askedUpload(store, upload, noChoices)).given?.misfit;
	};
	expect(await misfit(mapping(column(0, 'Ticket', 'case_no'), column(2, 'Town', 'city')))).toEqual({
		code: 'mapping_does_not_fit',
		facts: { column: 3, expected: 'Town', found: 'City' }
	});
	expect(await misfit(mapping(column(7, 'City', 'city')))).toEqual({
		code: 'mapping_does_not_fit',
		facts: { column: 8, columns: 3 }
	});
	const wrong = await giveMapping(store, upload.id, 'x.json', new Blob(['{"version":2}']).stream());
	expect(wrong).toEqual({ code: 'mapping_file_value', facts: { place: 'version', found: '2' } });
});

test('totals rows are set aside unless a person keeps them, and the as-of instant is theirs', async () => {
	const upload = await sent(log);
	const aside = await loaded(upload);
	expect([aside.loaded, aside.quarantined]).toEqual([2, 1]);
	expect(aside.asOf).toBe(Date.parse('2025-03-15T09:00+08:00'));
	const kept = await loaded(upload, {
		...noChoices,
		reading: { totals: 'keep' },
		asOf: '2025-04-01 00:00'
	});
	expect([kept.unchanged, kept.quarantined]).toEqual([2, 1]);
	expect(kept.asOf).toBe(Date.parse('2025-04-01T00:00+08:00'));
	const reasons = await asked<{ reason: string }>(
		store,
		'select reason from quarantine order by load_id'
	);
	expect(reasons.map(({ reason }) => reason)).toEqual(['totals_row', 'no_received_time']);
});
