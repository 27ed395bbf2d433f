import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Improvement } from '#lib/improvement/improvement.ts';
import type { Plan } from '#lib/improvement/plan.ts';
import type { Verdict } from '#lib/improvement/verdict.ts';
import { standingOf } from '#lib/improvement/verdict-standing.ts';
import { checkOf } from '#lib/server/questions/improvement-check.ts';
import { checkNow, factsOf } from '../../src/routes/improvements/[id]/check-facts.ts';
import { person, yearBefore } from '../server/questions/improvement-demo.ts';
import { openPlanted, type PlantedLog } from '../server/questions/planted-drivers.ts';

let log: PlantedLog;
beforeAll(async () => {
	log = await openPlanted(1);
}, 120_000);
afterAll(() => log.close());

const signedNow = (plan: Plan, verdict: Verdict) =>
	({ plan, version: 1, locked: true, verdict: { verdict } }) as Improvement;

it('a verdict signed before windows were fixed is held against the days it looked at', async () => {
	const { subcategory, from_day } = log.truth.improvement;
	const selection = new URLSearchParams({ subcategory }).toString();
	// Two weeks into the countermeasures, the check date names not one whole month.
	const plan = { ...yearBefore(from_day, { selection }), checkOn: '2025-02-20' };
	const { verdict } = await checkOf(person, { ...plan, checkOn: null }, 1);
	const { judgedUntil: _, ...open } = verdict!;
	expect(open.outcome).toBe('effective');

	const then = signedNow(plan, open);
	const now = await checkNow(person, then);
	// The plan's own window would say otherwise, of far fewer cases; that is no change of the data.
	expect(now.verdict!.outcome).not.toBe('effective');
	expect(now.verdict!.primary.values.afterCases).toBeLessThan(open.primary.values.afterCases);
	expect(now.compared!.primary.values).toEqual(open.primary.values);
	expect(standingOf(open, now.compared)).toBe('holds');
	expect(factsOf(then, now).verdictOutdated).toBe(false);
	// Signed in summer: the months that came since are none of its own.
	const summer = (await checkOf(person, { ...plan, checkOn: '2025-07-15' }, 1)).verdict!;
	const { judgedUntil: __, ...early } = { ...summer, asOfDay: '2025-07-15' };
	expect((await checkNow(person, signedNow(plan, early))).compared!.primary).toEqual(early.primary);

	// One case it counted after the change is gone.
	const { values } = open.primary;
	const counted = { ...values, afterCases: values.afterCases + 1 };
	const more = signedNow(plan, { ...open, primary: { ...open.primary, values: counted } });
	expect(factsOf(more, await checkNow(person, more)).verdictOutdated).toBe(true);
}, 60_000);

it('one of a fixed window is held against what the plan says', async () => {
	const { subcategory, from_day } = log.truth.improvement;
	const plan = yearBefore(from_day, {
		selection: new URLSearchParams({ subcategory }).toString()
	});
	const { verdict } = await checkOf(person, plan, 1);
	const now = await checkNow(person, signedNow(plan, verdict!));
	expect(now.compared).toBe(now.verdict);
	expect(standingOf(verdict!, now.compared)).toBe('holds');
}, 60_000);
