import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { openFixture } from '../../fixtures/cases.ts';

let opened: DuckDbWarehouse;
beforeAll(async () => {
	opened = await openFixture([
		{
			received: '2025-11-01 09:00',
			channel: '网页',
			satisfaction: 5,
			responded: '2025-11-01 09:05'
		},
		{ received: '2025-11-02 09:00', channel: 'it\'s, "quoted"', state: 'time_missing' },
		{ received: '2025-11-03 09:00', extra: { 'a "b"': 'x' }, warnings: ['twice:é'], load_id: 7 },
		{ received: '2025-11-04 09:00', channel: '网页', closed: '2025-11-06 10:00', cost: 0 }
	]);
});
afterAll(() => opened.close());

async function count(selection: object): Promise<unknown> {
	return (await opened.ask('cases/count', { filters: { selection } })).values[0]?.[0];
}

test.each<[string, object, number]>([
	['nothing chosen', {}, 4],
	['days, half-open', { since: '2025-11-02', until: '2025-11-04' }, 2],
	['a value', { channel: ['网页'] }, 2],
	['a value with quotes and commas', { channel: ['it\'s, "quoted"'] }, 1],
	['the blank group', { channel: [''] }, 1],
	['a value or blank', { channel: ['网页', ''] }, 3],
	['scores, unrated as 0', { score: [0, 5] }, 4],
	['a score', { score: [5] }, 1],
	['a span of minutes', { first_response_from: 5, first_response_below: 6 }, 1],
	['a span that ends where the value is', { first_response_below: 5 }, 0],
	['a fact that is there, be it zero', { having: ['cost'] }, 1],
	['a fact that is lacking', { lacking: ['satisfaction'] }, 3],
	['a resolution time or none yet', { having: ['resolution_or_open'] }, 3],
	['an end that counts for nothing', { lacking: ['resolution_or_open'] }, 1],
	['open at the end of a day', { open_on: '2025-11-05' }, 3],
	['open at the end of the day it ended', { open_on: '2025-11-06' }, 2],
	['a load', { load: 7 }, 1],
	['a warning', { warning: 'twice:é' }, 1],
	['a further column', { extra_path: '$."a \\"b\\""', extra_value: 'x' }, 1]
])('%s selects exactly the cases it means', async (_, filter, cases) => {
	expect(await count(filter)).toBe(cases);
});

test('a filter that was not set is an error, never all cases', async () => {
	await expect(opened.ask('cases/count', { filters: {} })).rejects.toThrow('was not set');
	await expect(opened.ask('cases/count')).rejects.toThrow();
});
