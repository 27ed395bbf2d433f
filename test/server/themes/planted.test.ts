import { afterAll, beforeAll, expect, test } from 'vitest';
import { overwriteGetLocale } from '#lib/messages/generated/runtime.js';
import { emptyFilter } from '#lib/filter/filter.ts';
import { formats } from '#lib/format/formats.ts';
import { localPerson } from '#lib/server/access/person.ts';
import { ask } from '#lib/server/questions/ask.ts';
import { caseCount } from '#lib/server/questions/cases.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import { themesTitle } from '../../../src/routes/themes/themes-words.ts';
import { burning, surgeFilters, themesOf } from '../questions/cause-findings.ts';
import { openPlanted, type PlantedLog } from '../questions/planted-drivers.ts';

let log: PlantedLog;
beforeAll(async () => {
	log = await openPlanted(1);
}, 180_000);
afterAll(() => log.close());

test('the first word of the weeks of the planted surge is of it, and so are the first three of its product and region', async () => {
	const chosen = surgeFilters(log.truth);
	const weeks = await themesOf(chosen.weeks);
	expect(weeks.against).toBe('days');
	expect(weeks.distinctive[0]!.word).toMatch(burning);
	const cell = await themesOf(chosen.cell);
	expect(cell.against).toBe('rest');
	expect(cell.distinctive.slice(0, 3).map(({ word }) => burning.test(word))).toEqual([
		true,
		true,
		true
	]);
}, 180_000);

test('the sentence over the page is true of the demo', async () => {
	overwriteGetLocale(() => 'en');
	const facts = await themesOf(emptyFilter);
	const [first] = facts.themes;
	const title = themesTitle(formats('en', 'Asia/Shanghai'), facts);
	expect(title).toContain(first!.words.join(' · '));
	const [counted] = await ask(
		await scopeOf(localPerson, { ...emptyFilter, themes: [first!.theme] }),
		caseCount
	);
	expect(counted!.cases).toBe(first!.cases);
	for (const { theme, cases } of facts.themes)
		if (theme !== 0) expect(cases).toBeLessThanOrEqual(first!.cases);
	const percent = (100 * first!.cases) / facts.coverage.read;
	expect(title).toContain(`${percent.toFixed(1)}%`);
}, 180_000);
