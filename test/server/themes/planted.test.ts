import { afterAll, beforeAll, expect, test } from 'vitest';
import { overwriteGetLocale } from '#lib/messages/generated/runtime.js';
import { nextDay } from '#lib/filter/codec.ts';
import { emptyFilter, type Filter } from '#lib/filter/filter.ts';
import { formats } from '#lib/format/formats.ts';
import { ask } from '#lib/server/questions/ask.ts';
import { caseCount } from '#lib/server/questions/cases.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import type { ThemesFacts } from '#lib/server/questions/themes-facts.ts';
import { themesState } from '#lib/server/questions/themes-page.ts';
import { whenRead } from '#lib/server/themes/reading.ts';
import { themesTitle } from '../../../src/routes/themes/themes-words.ts';
import { openPlanted, type PlantedLog } from '../questions/planted-drivers.ts';

const li = { id: 'declared:李敏', name: '李敏', assurance: 'declared' } as const;

async function read(filter: Filter): Promise<ThemesFacts> {
	const fail = (error: unknown): never => {
		throw error;
	};
	await themesState(await scopeOf(li, filter), fail);
	await whenRead();
	const state = await themesState(await scopeOf(li, filter), fail);
	if (state.kind !== 'read') throw new Error(state.kind);
	return state.facts;
}

let log: PlantedLog;
beforeAll(async () => {
	log = await openPlanted(1);
}, 180_000);
afterAll(() => log.close());

test('the first word of the weeks of the planted surge is of it, and so are the first three of its product and region', async () => {
	const { surge } = log.truth;
	const period = { since: surge.from_day, until: nextDay(surge.last_day) };
	// All its narratives speak of charging that burns.
	const burning = /烫|焦|烧黑|冒烟|充电/;
	const weeks = await read({ ...emptyFilter, period });
	expect(weeks.against).toBe('days');
	expect(weeks.distinctive[0]!.word).toMatch(burning);
	const { product, region } = surge;
	const cell = await read({
		...emptyFilter,
		period,
		dimensions: { product: [product], region: [region] }
	});
	expect(cell.against).toBe('rest');
	expect(cell.distinctive.slice(0, 3).map(({ word }) => burning.test(word))).toEqual([
		true,
		true,
		true
	]);
}, 180_000);

test('the sentence over the page is true of the demo', async () => {
	overwriteGetLocale(() => 'en');
	const facts = await read(emptyFilter);
	const [first] = facts.themes;
	const title = themesTitle(formats('en', 'Asia/Shanghai'), facts);
	expect(title).toContain(first!.words.join(' · '));
	const [counted] = await ask(
		await scopeOf(li, { ...emptyFilter, themes: [first!.theme] }),
		caseCount
	);
	expect(counted!.cases).toBe(first!.cases);
	for (const { theme, cases } of facts.themes)
		if (theme !== 0) expect(cases).toBeLessThanOrEqual(first!.cases);
	const percent = (100 * first!.cases) / facts.coverage.read;
	expect(title).toContain(`${percent.toFixed(1)}%`);
}, 180_000);
