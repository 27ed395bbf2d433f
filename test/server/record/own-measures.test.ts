import { afterEach, beforeEach, expect, it } from 'vitest';
import { initialDesign } from '#lib/measures/own-measure.ts';
import {
	allOwnMeasures,
	measureOwners,
	nameOwner,
	ownMeasures,
	retireOwnMeasure,
	saveOwnMeasure
} from '#lib/server/record/own-measures.ts';
import { enterPerson, removePerson } from '#lib/server/record/people.ts';
import { closeRecord, holdRecordInMemory } from '#lib/server/record/record.ts';
import { setTarget } from '#lib/server/record/targets.ts';

const wang = { id: 'w', name: '王敏', assurance: 'declared' } as const;
const li = { id: 'l', name: '李强', assurance: 'declared' } as const;
const design = { ...initialDesign, part: 'score=1' };
const names = ['Complaints'];

beforeEach(holdRecordInMemory);
afterEach(closeRecord);

async function saved(name: string): Promise<string> {
	const result = await saveOwnMeasure(wang, { name, design, note: '', names });
	if ('problem' in result) throw new Error(result.problem);
	return result.id;
}

/** What a form carries: the version it was opened on. */
async function seen(id: string): Promise<number | undefined> {
	return (await ownMeasures()).find((measure) => measure.id === id)?.versions[0]?.number;
}

it('keeps every version with who saved it, and why', async () => {
	const id = await saved('Very unhappy');
	await saveOwnMeasure(li, {
		id,
		seen: await seen(id),
		name: 'Very unhappy',
		design: { ...design, part: 'score=1&score=2' },
		note: '2 is unhappy, too',
		names
	});
	const [measure] = await ownMeasures();
	expect(measure).toMatchObject({ id, name: 'Very unhappy', part: 'score=1&score=2' });
	expect(measure?.versions.map(({ person, note }) => [person.name, note])).toEqual([
		['李强', '2 is unhappy, too'],
		['王敏', '']
	]);
});

it('lets no two measures in use go by one name, whatever its case or blanks', async () => {
	const id = await saved('Very unhappy');
	const again = { design, note: '', names };
	const taken = { problem: 'name_taken' };
	expect(await saveOwnMeasure(li, { ...again, name: ' very  UNHAPPY ' })).toEqual(taken);
	expect(await saveOwnMeasure(li, { ...again, name: 'complaints' })).toEqual(taken);
	expect(await saveOwnMeasure(li, { ...again, name: ' ' })).toEqual({ problem: 'name_missing' });
	const unchanged = { ...again, id, seen: await seen(id), name: 'Very unhappy' };
	expect(await saveOwnMeasure(li, unchanged)).toEqual({ problem: 'unchanged' });
	await retireOwnMeasure(li, id, 'not used');
	expect(await saveOwnMeasure(li, { ...again, name: 'Very unhappy' })).toHaveProperty('id');
});

it('keeps what is pressed twice once: a new measure, and a new version', async () => {
	const made = { name: 'Very unhappy', design, note: '', names };
	const [one, two] = await Promise.all([saveOwnMeasure(wang, made), saveOwnMeasure(wang, made)]);
	expect(one).toHaveProperty('id');
	expect(two).toEqual(one);
	const { id } = one as { id: string };
	const edit = { ...made, id, seen: await seen(id), name: 'Unhappy' };
	expect(await Promise.all([saveOwnMeasure(wang, edit), saveOwnMeasure(wang, edit)])).toEqual([
		{ id },
		{ id }
	]);
	const [measure, ...others] = await ownMeasures();
	expect(others).toEqual([]);
	expect(measure?.versions.map(({ name }) => name)).toEqual(['Unhappy', 'Very unhappy']);
});

it('keeps nothing made from a version that no longer stands, in whatever tab', async () => {
	const id = await saved('Very unhappy');
	const opened = await seen(id);
	const edit = { id, seen: opened, design, note: '', names };
	expect(await saveOwnMeasure(li, { ...edit, name: 'Unhappy' })).toEqual({ id });
	expect(await saveOwnMeasure(wang, { ...edit, name: 'Angry' })).toEqual({ problem: 'changed' });
	expect(await saveOwnMeasure(wang, { ...edit, seen: undefined, name: 'Angry' })).toEqual({
		problem: 'changed'
	});
	expect((await ownMeasures()).map(({ name }) => name)).toEqual(['Unhappy']);
});

it('takes a measure out of use with a reason, and remembers it', async () => {
	const id = await saved('Very unhappy');
	expect(await retireOwnMeasure(li, id, ' ')).toEqual({ problem: 'why_missing' });
	await retireOwnMeasure(li, id, 'not used');
	expect(await ownMeasures()).toEqual([]);
	expect((await allOwnMeasures())[0]?.retired).toMatchObject({ why: 'not used', person: li });
	expect(await retireOwnMeasure(li, id, 'again')).toEqual({ problem: 'no_such_measure' });
});

it('knows who answers for a measure, and whether they are still here', async () => {
	const entered = await enterPerson(wang, { name: '赵一', role: '', department: '' });
	if ('problem' in entered) throw new Error(entered.problem);
	expect(await nameOwner(wang, 'complaints', 'nobody')).toEqual({ problem: 'no_such_person' });
	await nameOwner(wang, 'complaints', entered.id);
	expect((await measureOwners()).get('complaints')).toMatchObject({ name: '赵一', present: true });
	await removePerson(wang, entered.id);
	expect((await measureOwners()).get('complaints')?.present).toBe(false);
	await nameOwner(wang, 'complaints', '');
	expect((await measureOwners()).has('complaints')).toBe(false);
});

it('takes no version that would give the numbers of its targets another meaning', async () => {
	const id = await saved('Very unhappy');
	await setTarget(wang, {
		measure: id,
		scope: null,
		span: 'quarter',
		since: '2025-10-01',
		value: 0.1
	});
	const again = { id, seen: await seen(id), name: 'Very unhappy', note: '', names };
	for (const other of [
		{ ...design, kind: 'rate' } as const,
		{ ...design, better: 'higher' } as const
	])
		expect(await saveOwnMeasure(wang, { ...again, design: other })).toEqual({
			problem: 'targets_stand'
		});
	expect(await saveOwnMeasure(wang, { ...again, design: { ...design, part: 'score=2' } })).toEqual({
		id
	});
});
