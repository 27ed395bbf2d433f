import { afterEach, beforeEach, expect, test } from 'vitest';
import { allImprovements, improvementOf, submit } from '#lib/server/improvement/store.ts';
import { closeRecord, holdRecordInMemory } from '#lib/server/record/record.ts';
import { wholePlan } from '../../improvement/plans.ts';

const wang = { id: 'declared:王敏', name: '王敏', assurance: 'declared' } as const;
const li = { id: 'declared:李雷', name: '李雷', assurance: 'declared' } as const;

beforeEach(holdRecordInMemory);
afterEach(closeRecord);

const start = { do: 'start', plan: wholePlan, evidence: [], from: null } as const;

test('an improvement gets the month it starts in and its place in it as number', async () => {
	const first = await submit(wang, null, start);
	const second = await submit(wang, null, start);
	expect(first.number).toMatch(/^\d{4}-01$/);
	expect(second.number).toBe(`${first.number.slice(0, 5)}02`);
	expect((await improvementOf(second.number))?.improvement.id).toBe(second.id);
	expect((await allImprovements()).map(({ number }) => number).sort()).toEqual([
		first.number,
		second.number
	]);
});

test('the same form sent twice starts one; gone back to and filled in otherwise it starts another', async () => {
	const form = 'a3c7e0de-4a0b-4f53-9a52-0c1c2f6f0c11';
	const sent = () => submit(wang, null, start, undefined, form);
	const [first, again] = await Promise.all([sent(), sent()]);
	expect(first.id).toBe(form);
	expect(again).toEqual(first);
	expect(await allImprovements()).toHaveLength(1);
	const plan = { ...wholePlan, theme: 'Another' };
	const other = await submit(li, null, { ...start, plan }, undefined, form);
	expect(other.number).not.toBe(first.number);
	expect(other.id).not.toBe(form);
	expect((await improvementOf(form))?.improvement.plan.theme).toBe(wholePlan.theme);
	expect(await allImprovements()).toHaveLength(2);
});

test('of two people who edit the same plan both changes survive, and a clash shows both', async () => {
	const { id } = await submit(wang, null, start);
	const change = (person: typeof wang | typeof li, field: 'team' | 'target', value: unknown) =>
		submit(person, id, {
			do: 'change_plan',
			changes: [{ field, old: wholePlan[field], new: value }],
			why: ''
		});
	const [one, other] = await Promise.all([change(wang, 'team', '二组'), change(li, 'target', 7)]);
	expect([one.conflicts, other.conflicts]).toEqual([[], []]);
	const late = await change(li, 'team', '三组');
	expect(late.conflicts).toEqual([{ what: 'team', yours: '三组', theirs: '二组', by: '王敏' }]);
	expect((await improvementOf(id))?.improvement.plan).toMatchObject({ team: '二组', target: 7 });
});

test('a plan that somebody changed since it was seen is not approved unseen', async () => {
	const { id } = await submit(wang, null, start);
	const row = (await improvementOf(id))!.improvement;
	const change = { field: 'target', old: wholePlan.target, new: 7 } as const;
	await submit(wang, id, { do: 'comment', text: 'ready', mentions: [] });
	const approve = { do: 'approve', seen: row.lastEvent } as const;
	// A comment is no change of the plan: what is refused is only what it lacks.
	expect((await submit(li, id, approve)).refused).not.toContain('plan_changed_since');
	await submit(wang, id, { do: 'change_plan', changes: [change], why: '' });
	expect((await submit(li, id, approve)).refused).toEqual(['plan_changed_since']);
	const { lastEvent } = (await improvementOf(id))!.improvement;
	expect((await submit(li, id, { ...approve, seen: lastEvent })).refused).not.toContain(
		'plan_changed_since'
	);
});

test('what nobody started is refused, and leaves nothing', async () => {
	expect((await submit(li, 'nothing', { do: 'approve' })).refused).toEqual(['no_such_improvement']);
	expect((await submit(li, 'nothing', start)).refused).toEqual(['no_such_improvement']);
	expect(await allImprovements()).toEqual([]);
});
