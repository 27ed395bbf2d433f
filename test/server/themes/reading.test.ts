import { afterEach, beforeEach, expect, test } from 'vitest';
import { emptyFilter, type Filter } from '#lib/filter/filter.ts';
import { ask } from '#lib/server/questions/ask.ts';
import { caseCount } from '#lib/server/questions/cases.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import { themesState } from '#lib/server/questions/themes-page.ts';
import type { ThemesFacts } from '#lib/server/questions/themes-facts.ts';
import { correctCase, correctionEvents } from '#lib/server/record/corrections.ts';
import { closeRecord, holdRecordInMemory } from '#lib/server/record/record.ts';
import { refuseSuggestion } from '#lib/server/themes/refusals.ts';
import { whenRead } from '#lib/server/themes/reading.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { openFixture, serve, type CaseValues } from '../../fixtures/cases.ts';

const li = { id: 'declared:李敏', name: '李敏', assurance: 'declared' } as const;
const all: Filter = { ...emptyFilter, period: 'all', comparison: 'none' };

/** What each category is complained of, said in two ways; and what everybody adds. */
const said = {
	物流: ['快递一直停在中转站不派送', '包裹压扁了里面全碎'],
	售后: ['退货签收十天退款没到账', '寄修一个月没有消息'],
	质量: ['充电口发烫闻到焦味', '开机黑屏重启也不行']
};
const added = ['联系客服没有结果', '聊天记录都有', '要求道歉', '希望给个说法'];

/** 240 cases of three categories, the last eight of each unclassified; one reached under 13812345678. */
const cases: CaseValues[] = Object.entries(said).flatMap(([category, ways], at) =>
	Array.from({ length: 80 }, (_, nth) => ({
		case_no: `${category}${nth}`,
		received: `2025-${String(1 + (nth % 10)).padStart(2, '0')}-1${at} 09:00`,
		category: nth < 72 ? category : null,
		narrative: `${ways[nth % 2]}，${added[Math.floor(nth / 2) % 4]}。${nth === 5 ? '电话13812345678' : ''}`,
		satisfaction: category === '售后' ? 2 : 5
	}))
);

let opened: DuckDbWarehouse;
beforeEach(async () => {
	opened = await openFixture(cases, { asOf: '2025-10-31 23:00' });
	serve(opened);
	holdRecordInMemory();
});
afterEach(async () => {
	await whenRead();
	await closeRecord();
	await opened.close();
});

const fail = (error: unknown): never => {
	throw error;
};

/** What the page says once everything has been read. */
async function read(filter: Filter = all): Promise<ThemesFacts> {
	await themesState(await scopeOf(li, filter), fail);
	await whenRead();
	const state = await themesState(await scopeOf(li, filter), fail);
	if (state.kind !== 'read') throw new Error(state.kind);
	return state.facts;
}

async function counted(filter: Filter): Promise<number> {
	const [row] = await ask(await scopeOf(li, filter), caseCount);
	return row?.cases ?? 0;
}

test('the first visit begins a reading in a worker thread and says how far it is', async () => {
	const state = await themesState(await scopeOf(li, all), fail);
	expect(state.kind).toBe('reading');
	await whenRead();
	expect((await themesState(await scopeOf(li, all), fail)).kind).toBe('read');
});

test('every number opens the cases it counts', async () => {
	const facts = await read();
	expect(facts.coverage).toEqual({
		cases: 240,
		narratives: 240,
		read: 240,
		themed: facts.coverage.themed,
		unclassified: 24
	});
	expect(facts.themes.reduce((sum, row) => sum + row.cases, 0)).toBe(240);
	for (const { theme, cases: shown } of facts.themes)
		expect(await counted({ ...all, themes: [theme] })).toBe(shown);
	for (const { word, cases: shown } of facts.common)
		expect(await counted({ ...all, words: [word] })).toBe(shown);
	for (const { first, second, together } of facts.pairs)
		expect(await counted({ ...all, words: [first, second] })).toBe(together);
	for (const { twins, cases: shown } of facts.twins)
		expect(await counted({ ...all, twins })).toBe(shown);
});

test('themes are of one category each, and the worst rated is the one planted', async () => {
	const facts = await read();
	expect(facts.themes.length).toBe(6);
	for (const { words, satisfied } of facts.themes) {
		expect(words.length).toBeGreaterThan(0);
		expect([0, 1]).toContain(satisfied);
	}
	expect(facts.themes.filter(({ satisfied }) => satisfied === 0).length).toBe(2);
});

test('words of a category are told from the others of the period', async () => {
	const facts = await read({ ...all, dimensions: { category: ['物流'] } });
	expect(facts.against).toBe('rest');
	const words = facts.distinctive.flatMap(({ word, alike }) => [word, ...alike]);
	expect(words).toContain('包裹压扁');
	expect(words).not.toContain('道歉');
	// 包裹压扁: one of two ways of 72 cases, and of the eight unclassified ones, which are outside.
	const parcel = facts.distinctive.find(
		({ word, alike }) => word === '包裹压扁' || alike.includes('包裹压扁')
	);
	expect(parcel).toMatchObject({ inside: 36, outside: 4 });
});

test('no contact data become words, and none stand in an example', async () => {
	await read();
	const rows = await opened.ask('themes/words', {
		filters: (await scopeOf(li, all)).log!.filters,
		parameters: { held_against: 'days' }
	});
	const words = rows.values[0]!.map(String);
	expect(words.length).toBeGreaterThan(10);
	expect(words.filter((word) => /\d/.test(word))).toEqual([]);
	const facts = await read();
	const shown = JSON.stringify([facts.themes, facts.twins, facts.suggestions]);
	expect(shown).not.toContain('13812345678');
});

test('unclassified cases get a proposal that a person accepts as a correction or refuses', async () => {
	const facts = await read();
	expect(facts.suggested).toBe(24);
	for (const { case_no, category } of facts.suggestions)
		expect(case_no.startsWith(category)).toBe(true);
	// Nothing was written for being proposed.
	expect(await counted({ ...all, dimensions: { category: [''] } })).toBe(24);

	const [one, other] = facts.suggestions;
	const key = { source: one!.source, caseNo: one!.case_no };
	await correctCase(li, key, { field: 'category', value: one!.category, seen: null });
	expect((await correctionEvents(key)).map(({ body }) => body.value)).toEqual([one!.category]);
	await refuseSuggestion(li, { source: other!.source, caseNo: other!.case_no }, other!.category);
	const after = await read();
	expect(after.suggested).toBe(22);
	expect(after.coverage.unclassified).toBe(23);
	const left = after.suggestions.map(({ case_no }) => case_no);
	expect(left).not.toContain(one!.case_no);
	expect(left).not.toContain(other!.case_no);
});

test('a case that changed while it was read stays unread, and is read the next time', async () => {
	await themesState(await scopeOf(li, all), fail);
	await opened.write(async (session) => {
		await session.connection.run(
			`update complaint set narrative = '收到的颜色和图片差别很大' where case_no = '物流0'`
		);
	});
	await whenRead();
	const unread = () =>
		opened
			.ask('themes/unread', { parameters: { sources: '["log"]' } })
			.then(({ values }) => values[1]![0]);
	// Either the reading came first, or it left the case alone.
	const first = await unread();
	expect([0, 1]).toContain(first);
	if (first === 1) {
		await read();
		expect(await unread()).toBe(0);
	}
});

test('a log without narratives is told so', async () => {
	await opened.close();
	opened = await openFixture([{ received: '2025-11-01 09:00' }]);
	serve(opened);
	expect((await themesState(await scopeOf(li, all), fail)).kind).toBe('no_narratives');
});
