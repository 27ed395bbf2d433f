import { afterAll, beforeAll, expect, test } from 'vitest';
import { foldTimeText } from '#lib/import/time-text.ts';
import { rowsOf } from '#lib/server/warehouse/rows.ts';
import { sqlInstant } from '#lib/server/import/load/load-canonical.ts';
import { padsOf } from '#lib/server/import/load/person-key.ts';
import { zoneRule } from '#lib/server/import/load/zone.ts';
import { createHmac } from 'node:crypto';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { openEmpty } from '../../fixtures/canonical.ts';

let store: DuckDbWarehouse;
beforeAll(async () => {
	store = await openEmpty();
});
afterAll(() => store.close());

/** What a macro of `queries/schema/10_import_words.sql` makes of each text. */
async function each(expression: string, texts: readonly string[]): Promise<unknown[]> {
	const answer = await store.write(async ({ connection }) => {
		const result = await connection.runAndReadAll(
			`select ${expression} as result from (select unnest($texts::json::varchar[]) as value)`,
			{ texts: JSON.stringify(texts) }
		);
		return result.getRowObjectsJson();
	});
	return answer.map((row) => row.result);
}

test('a cell without anything but blanks of any kind is missing', async () => {
	expect(
		await each('filled(value)', [
			'',
			' ',
			'\t\n',
			'　',
			'\u00a0',
			' a ',
			'S ',
			'退款　',
			'b\r\n',
			'c'
		])
	).toEqual([null, null, null, null, null, 'a', 'S', '退款', 'b', 'c']);
});

test('numbers are read as people write them, and nothing is read into what is none', async () => {
	expect(
		await each('number_of(value, false)', [
			'12',
			'-3.5',
			'1,234.50',
			'¥1,234',
			'NT$ 99',
			'１２．５元',
			'(20)',
			'1,00,000',
			'12abc',
			'1,23',
			'NaN',
			'1-2',
			'1e3'
		])
	).toEqual([12, -3.5, 1234.5, 1234, 99, 12.5, -20, 100_000, null, null, null, null, null]);
	expect(await each('number_of(value, true)', ['1.234,5', '7', '1,5'])).toEqual([1234.5, 7, 1.5]);
});

test('times are folded in SQL as they are in the preview', async () => {
	const texts = [
		'2024年5月1日 上午9:03',
		'２０２４／５／１　９：０３',
		'5/1/2024  9:03 p.m.',
		'下午3:05',
		' 2024-05-01'
	];
	expect(await each('time_text(filled(value))', texts)).toEqual(texts.map(foldTimeText));
});

test('a zone that keeps its offset is added, one with summer time asks the calendar', async () => {
	expect(zoneRule('Asia/Shanghai')).toEqual({
		name: 'Asia/Shanghai',
		fixed_since: '1991-10-01 00:00:00',
		fixed_minutes: 480
	});
	expect(zoneRule('America/New_York').fixed_since).toBeNull();
	for (const zone of ['Asia/Shanghai', 'Asia/Kolkata', 'America/New_York', 'Asia/Taipei']) {
		const rule = zoneRule(zone);
		const since = rule.fixed_since === null ? 'null' : `timestamp '${rule.fixed_since}'`;
		const struct = `{name: '${zone}', fixed_since: ${since}, fixed_minutes: ${rule.fixed_minutes}}`;
		const answer = await store.write((session) =>
			session.askText(`
				select count(*) filter (where instant_in(wall, ${struct}) is distinct from instant_of(wall, '${zone}')) as wrong,
					count(*) filter (where wall_in(wall, ${struct}) is distinct from local_of(wall, '${zone}')) as wrong_back
				from (select timestamp '1975-01-01' + to_hours(range * 7) as wall from range(80000))`)
		);
		expect(rowsOf(answer)).toEqual([{ wrong: 0, wrong_back: 0 }]);
	}
});

test('a person is hidden by HMAC-SHA256 (RFC 2104) as Node computes it', async () => {
	const key = Buffer.from('0b'.repeat(20), 'hex');
	const { innerPad, outerPad } = padsOf(key);
	const expected = createHmac('sha256', key).update('Hi There').digest('hex');
	// RFC 4231, test case 1.
	expect(expected).toBe('b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7');
	expect(await each(`keyed_hash(value, '${innerPad}', '${outerPad}')`, ['Hi There'])).toEqual([
		expected.slice(0, 32)
	]);
});

test('a status in words says whether the case is over', async () => {
	expect(
		await each('says_closed(value)', [
			'Closed with explanation',
			'已结案',
			'處理完成',
			'Finalizada avaliada',
			'未结案',
			'待关闭',
			'处理中',
			'Open',
			'Pending',
			'未解决'
		])
	).toEqual([true, true, true, true, false, false, false, false, false, false]);
});

test('an instant is written for SQL in UTC', () => {
	expect(sqlInstant(Date.UTC(2025, 0, 2, 3, 4, 5, 6))).toBe('2025-01-02 03:04:05.006');
	expect(sqlInstant(null)).toBeNull();
});
