import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CaseList, CaseSort } from '#lib/filter/case-list.ts';
import { emptyFilter, type Filter } from '#lib/filter/filter.ts';
import { localPerson } from '#lib/server/access/person.ts';
import { ask } from '#lib/server/questions/ask.ts';
import { listCases, type CasePage } from '#lib/server/questions/case-list.ts';
import { caseCount, extraColumns } from '#lib/server/questions/cases.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { openFixture, serve } from '../../fixtures/cases.ts';

let opened: DuckDbWarehouse;
beforeAll(async () => {
	opened = await openFixture(
		[
			{ case_no: 'a', received: '2025-11-01 09:00', satisfaction: 4, category: '物流' },
			// Three of the same instant: the number decides.
			{ case_no: 'd', received: '2025-11-02 09:00', satisfaction: 4, category: '质量' },
			{ case_no: 'b', received: '2025-11-02 09:00', satisfaction: 1 },
			{ case_no: 'c', received: '2025-11-02 09:00', category: '质量' },
			{
				case_no: 'e',
				received: '2025-11-03 09:00',
				narrative: '包裹一直没有送到',
				extra: { Colour: 'red' }
			},
			{
				case_no: 'f',
				received: '2025-11-04 09:00',
				narrative: 'Parcel LATE again',
				category: '物流'
			},
			{
				case_no: 'g',
				received: '2025-11-05 09:00',
				responded: '2025-11-05 09:30',
				order_no: 'SF-77'
			}
		],
		{ asOf: '2025-11-06 00:00' }
	);
	serve(opened);
});
afterAll(() => opened.close());

function scope(changes: Partial<Filter> = {}) {
	return scopeOf(localPerson, { ...emptyFilter, ...changes });
}

async function page(
	list: Partial<Pick<CaseList, 'sort' | 'descending' | 'turn'>>,
	rows = 3
): Promise<CasePage> {
	return listCases(
		await scope(),
		{ sort: 'received_at', descending: true, turn: null, ...list },
		rows
	);
}

const numbers = ({ rows }: CasePage) => rows.map(({ case_no }) => case_no).join('');

describe('a list of seven cases, three a page', () => {
	test.each<[string, CaseSort, boolean, string[]]>([
		['the latest receipt first', 'received_at', true, ['gfe', 'bcd', 'a']],
		['the earliest receipt first', 'received_at', false, ['abc', 'def', 'g']],
		['the best score first, unrated last', 'satisfaction', true, ['adb', 'cef', 'g']],
		[
			'the worst score first, unrated last all the same',
			'satisfaction',
			false,
			['bad', 'cef', 'g']
		],
		['by category, blank last', 'category', false, ['afc', 'dbe', 'g']],
		['by category backwards, blank last', 'category', true, ['cda', 'fbe', 'g']],
		['by number', 'case_no', true, ['gfe', 'dcb', 'a']]
	])('comes %s, each case once, forward and back', async (_, sort, descending, expected) => {
		const forward: string[] = [];
		let turn: CaseList['turn'] = null;
		let last: CasePage;
		do {
			last = await page({ sort, descending, turn });
			forward.push(numbers(last));
			turn = last.next && { way: 'after', place: last.next };
		} while (turn);
		expect(forward).toEqual(expected);

		const back: string[] = [];
		while (last.previous) {
			last = await page({ sort, descending, turn: { way: 'before', place: last.previous } });
			back.unshift(numbers(last));
		}
		expect(back).toEqual(expected.slice(0, -1));
	});

	test('a full last page has no next one', async () => {
		const first = await page({}, 7);
		expect([first.rows.length, first.previous, first.next]).toEqual([7, null, null]);
	});
});

test.each([
	['送到', 'e'],
	['late', 'f'],
	['sf-77', 'g'],
	['100%', '']
])('search for %s finds exactly the cases that hold it', async (search, expected) => {
	const searched = await scope({ search });
	const found = await listCases(searched, { sort: 'case_no', descending: false, turn: null }, 9);
	expect(numbers(found)).toBe(expected);
	expect(await ask(searched, caseCount)).toEqual([{ cases: expected.length }]);
});

test('further columns of a log are told by name', async () => {
	expect(await ask(await scope(), extraColumns)).toEqual([{ name: 'Colour' }]);
});
