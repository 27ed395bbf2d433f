import { afterEach, beforeEach, expect, test } from 'vitest';
import { localPerson, type Person } from '#lib/server/access/person.ts';
import { closeRecord, holdRecordInMemory } from '#lib/server/record/record.ts';
import { removeView, savedViews, saveView, toggleHome } from '#lib/server/record/views.ts';

beforeEach(() => holdRecordInMemory());
afterEach(() => closeRecord());

const wang: Person = { id: 'declared:王敏', name: '王敏', assurance: 'declared' };
const late = { name: '物流 超时', address: '/timeliness?category=物流', shared: false };

async function saved(person: Person, given: typeof late): Promise<string> {
	const result = await saveView(person, given);
	if ('problem' in result) throw new Error(result.problem);
	return result.id;
}

test('a view is seen by who saved it, and by all where it is shared', async () => {
	await saved(wang, late);
	await saved(wang, { name: '本月', address: '/?period=this-month', shared: true });
	expect((await savedViews(wang)).map(({ name, own }) => [name, own])).toEqual([
		['物流 超时', true],
		['本月', true]
	]);
	expect((await savedViews(localPerson)).map(({ name, own }) => [name, own])).toEqual([
		['本月', false]
	]);
});

test('each person has one home view, which a second choice ends', async () => {
	const first = await saved(wang, late);
	const second = await saved(wang, { ...late, name: 'b', shared: true });
	const homes = async (person: Person) =>
		(await savedViews(person)).filter(({ home }) => home).map(({ id }) => id);
	await toggleHome(wang, first);
	await toggleHome(wang, second);
	expect([await homes(wang), await homes(localPerson)]).toEqual([[second], []]);
	await toggleHome(wang, second);
	expect(await homes(wang)).toEqual([]);
});

test('only who saved a view removes it', async () => {
	const id = await saved(wang, { ...late, shared: true });
	expect(await removeView(localPerson, id)).toEqual({ problem: 'no_such_view' });
	expect(await savedViews(localPerson)).toHaveLength(1);
	await removeView(wang, id);
	expect(await savedViews(localPerson)).toEqual([]);
});

test('a view without a name is refused', async () => {
	expect(await saveView(wang, { ...late, name: ' ' })).toEqual({ problem: 'name_missing' });
	expect(await savedViews(wang)).toEqual([]);
});
