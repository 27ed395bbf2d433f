import { afterAll, beforeAll, expect, test } from 'vitest';
import { localPerson } from '#lib/server/access/person.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { GET } from '../../src/routes/api/cases/+server.ts';
import { openFixture, serve } from '../fixtures/cases.ts';

let opened: DuckDbWarehouse;
beforeAll(async () => {
	opened = await openFixture(
		Array.from({ length: 25 }, (_, index) => ({
			case_no: `n${String(index).padStart(2, '0')}`,
			received: `2025-11-${String((index % 5) + 1).padStart(2, '0')} 09:00`,
			channel: index < 20 ? '网页' : undefined,
			narrative: 'call 13812345678'
		})),
		{ asOf: '2025-11-06 00:00' }
	);
	serve(opened);
});
afterAll(() => opened.close());

function get(address: string): Promise<Response> {
	const url = new URL(address, 'http://localhost');
	const event = { url, locals: { person: localPerson }, request: new Request(url) };
	return Promise.resolve(GET(event as unknown as Parameters<typeof GET>[0]));
}

interface Page {
	readonly count: number;
	readonly cases: readonly { readonly case_no: string; readonly narrative: string }[];
	readonly next: string | null;
}

test('following next reads every case of the selection once, as many as count says', async () => {
	const numbers: string[] = [];
	let next: string | null =
		`/api/cases?channel=${encodeURIComponent('网页')}&limit=7&sort=-received_at`;
	let count = 0;
	while (next) {
		const page = (await (await get(next)).json()) as Page;
		numbers.push(...page.cases.map(({ case_no }) => case_no));
		({ next, count } = page);
	}
	expect(count).toBe(20);
	expect(numbers).toHaveLength(20);
	expect(new Set(numbers).size).toBe(20);
	expect(numbers.every((number) => number < 'n20')).toBe(true);
});

test('the API masks contact data in texts as the pages do', async () => {
	const page = (await (await get('/api/cases?limit=1')).json()) as Page;
	expect(page.cases[0]?.narrative).toBe('call 138****5678');
});

test.each(['csv', 'xlsx'])(
	'a %s says how many rows it has, in its head and its name',
	async (format) => {
		const response = await get(`/api/cases?channel=&format=${format}`);
		expect(response.headers.get('x-row-count')).toBe('5');
		const disposition = decodeURIComponent(response.headers.get('content-disposition') ?? '');
		expect(disposition).toMatch(new RegExp(`5.*\\.${format}$`));
		expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(100);
	}
);

test.each([
	['/api/cases?score=9', 'unreadable_filter'],
	['/api/cases?limit=0', 'unreadable_limit'],
	['/api/cases?sort=price', 'unreadable_list'],
	['/api/cases?after=[]', 'unreadable_list'],
	['/api/cases?format=pdf', 'unknown_format']
])('%s is refused with a problem', async (address, code) => {
	const response = await get(address);
	expect(response.status).toBe(400);
	expect(await response.json()).toMatchObject({ code });
});
