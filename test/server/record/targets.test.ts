import { afterEach, beforeEach, expect, it } from 'vitest';
import { closeRecord, holdRecordInMemory } from '#lib/server/record/record.ts';
import {
	keptTargets,
	refusedTargets,
	setTarget,
	setTargets,
	targets,
	withdrawTarget
} from '#lib/server/record/targets.ts';

const wang = { id: 'w', name: '王敏', assurance: 'declared' } as const;
const li = { id: 'l', name: '李强', assurance: 'declared' } as const;
const share = {
	measure: 'satisfied_share',
	scope: null,
	span: 'quarter',
	since: '2025-10-01',
	value: 0.9
} as const;

beforeEach(holdRecordInMemory);
afterEach(closeRecord);

it('keeps every version of a target and who said it', async () => {
	await setTarget(wang, share);
	await setTarget(li, { ...share, since: '2025-12-24', value: 0.95 });
	const [kept, ...others] = await keptTargets();
	expect(others).toEqual([]);
	expect(kept).toMatchObject({ since: '2025-10-01', value: 0.95 });
	expect(kept?.versions.map(({ value, person }) => [value, person.name])).toEqual([
		[0.95, '李强'],
		[0.9, '王敏']
	]);
	expect((await targets()).map(({ value }) => value)).toEqual([0.95]);
});

it('holds a withdrawn target no more, and remembers it', async () => {
	const set = await setTarget(wang, share);
	if ('problem' in set) throw new Error(set.problem);
	expect(await withdrawTarget(li, set.id)).toEqual({ id: set.id });
	expect(await targets()).toEqual([]);
	expect((await keptTargets())[0]?.versions.map(({ value }) => value)).toEqual([null, 0.9]);
	expect(await withdrawTarget(li, set.id)).toEqual({ problem: 'no_such_target' });
	await setTarget(wang, { ...share, value: 0.8 });
	expect((await targets()).map(({ value }) => value)).toEqual([0.8]);
});

it('keeps the departments of a measure apart', async () => {
	const scope = { dimension: 'department', value: '物流' } as const;
	await setTarget(wang, share);
	await setTarget(wang, { ...share, scope, value: 0.7 });
	expect((await targets()).map(({ scope: of, value }) => [of?.value, value])).toEqual([
		[undefined, 0.9],
		['物流', 0.7]
	]);
});

it('sets many at once and leaves alone what holds already', async () => {
	const month = { ...share, span: 'month', since: '2025-11-01' } as const;
	expect(await setTargets(wang, [share, month])).toMatchObject({ set: 2, unchanged: 0 });
	expect(await setTargets(wang, [share, { ...month, value: 0.5 }])).toMatchObject({
		set: 1,
		unchanged: 1
	});
	expect((await keptTargets()).map(({ versions }) => versions.length)).toEqual([1, 2]);
});

it('refuses a day that is none and a value that is none, and then keeps nothing', async () => {
	const bad = { ...share, since: '2025-02-30' };
	expect(await setTarget(wang, bad)).toEqual({ problem: 'day_unreadable' });
	expect(await setTarget(wang, { ...share, value: NaN })).toEqual({ problem: 'value_unreadable' });
	expect(await setTargets(wang, [share, bad])).toEqual({ problem: 'day_unreadable' });
	expect(await targets()).toEqual([]);
});

it('keeps the rows of a file that could not be read with those that could', async () => {
	const bad = { line: 3, cells: ['x', '3'], problem: 'measure_unknown', text: 'x' } as const;
	const refused = { file: 'targets.csv', header: ['measure', 'target'], rows: [bad] };
	const result = await setTargets(wang, [share], refused);
	expect(result).toMatchObject({ set: 1, unchanged: 0 });
	expect(await refusedTargets()).toMatchObject([{ ...refused, person: { name: '王敏' } }]);
	// A file all of whose rows were read leaves nothing.
	expect(await setTargets(wang, [share], { ...refused, rows: [] })).toEqual({
		set: 0,
		unchanged: 1,
		refusal: null
	});
	expect(await refusedTargets()).toHaveLength(1);
});
