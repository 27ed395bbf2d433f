import { expect, test } from 'vitest';
import type { Command } from '#lib/improvement/commands.ts';
import { decide } from '#lib/improvement/decide.ts';
import type { DecideContext } from '#lib/improvement/decision.ts';
import type { Improvement, ImprovementEvent } from '#lib/improvement/improvement.ts';
import { afterEvent } from '#lib/improvement/replay.ts';
import { anAction, anImprovement } from './an-improvement.ts';
import { wholePlan } from './plans.ts';

const lin = { id: 'declared:Lin', name: 'Lin', assurance: 'declared' } as const;
const context: DecideContext = { today: '2025-11-18' };

/** What becomes of an improvement by a command. */
function done(improvement: Improvement, command: Command): Improvement {
	return decide(improvement, command, lin, context).events.reduce((now, event) => {
		const [number, person] = [now.lastEvent + 1, lin];
		return afterEvent(now.id, now, {
			...event,
			number,
			happenedAt: 0,
			person
		} as ImprovementEvent);
	}, improvement);
}

test('causes and countermeasures of an approved plan stand; only how an action gets on is told', () => {
	const row = anAction({ id: 'a', who: 'Wang', due: '2025-03-01' });
	const cause = { id: 'c', branch: 'method', text: 'x', evidence: '', state: 'confirmed' } as const;
	const why = { id: 'w', text: 'x', evidence: '', root: true };
	const one = anImprovement({
		stage: 'do',
		locked: true,
		actions: [row],
		causes: [cause],
		whys: [why]
	});
	const set = { do: 'set_item', list: 'actions', old: row } as const;
	const refused: readonly Command[] = [
		{ ...set, old: null, new: anAction({ id: 'b' }) },
		{ ...set, new: { ...row, what: 'Another' } },
		{ ...set, new: { ...row, who: 'Sun', note: 'handed over' } },
		{ ...set, new: { ...row, due: '2025-06-01' } },
		{ do: 'remove_item', list: 'actions', id: 'a', old: row },
		{ do: 'set_item', list: 'causes', old: cause, new: { ...cause, state: 'ruled_out' } },
		{ do: 'set_item', list: 'causes', old: null, new: { ...cause, id: 'd' } },
		{ do: 'remove_item', list: 'causes', id: 'c' },
		{ do: 'set_item', list: 'whys', old: why, new: { ...why, root: false } }
	];
	for (const command of refused)
		expect(decide(one, command, lin, context)).toEqual({
			events: [],
			refused: ['plan_locked'],
			conflicts: []
		});
	const told = {
		state: 'done',
		startedOn: '2025-02-01',
		endedOn: '2025-02-20',
		note: 'x'
	} as const;
	expect(done(one, { ...set, new: { ...row, ...told } }).actions).toEqual([{ ...row, ...told }]);
	// A row sent back as it was seen before the owner was changed and the plan approved is no edit of that.
	const before = { ...row, who: 'Zhao' };
	const late = { ...set, old: before, new: { ...before, state: 'done' } } as const;
	expect(done(one, late).actions).toEqual([{ ...row, state: 'done' }]);
	const next = done(one, { do: 'revise', why: 'another cause' });
	expect(done(next, { ...set, new: { ...row, due: '2025-06-01' } }).actions[0]?.due).toBe(
		'2025-06-01'
	);
});

test('a version keeps the causes and countermeasures it was approved with, whatever later ones say', () => {
	const cause = { id: 'c', branch: 'method', text: 'x', evidence: '', state: 'confirmed' } as const;
	const why = { id: 'w', text: 'because', evidence: '', root: true };
	const row = anAction({ id: 'a', who: 'Wang', due: '2025-03-01' });
	const rows = { whys: [why], causes: [cause], actions: [row] };
	const first = done(anImprovement(rows, { ...wholePlan, owner: 'Chen' }), { do: 'approve' });
	expect(first.versions[0]).toMatchObject({ version: 1, plan: first.plan, ...rows });
	const revised = done(first, { do: 'revise', why: 'another cause' });
	const old = { ...row, what: 'Another' };
	const changed = [
		{ do: 'set_item', list: 'actions', old: row, new: old },
		{ do: 'remove_item', list: 'causes', id: 'c' },
		{ do: 'set_item', list: 'whys', old: why, new: { ...why, text: 'no' } },
		{ do: 'approve' }
	] as const;
	const next = changed.reduce<Improvement>(done, revised);
	expect(next.versions).toHaveLength(2);
	expect(next.versions[0]).toMatchObject(rows);
	expect(next.versions[1]).toMatchObject({
		causes: [],
		actions: [old],
		whys: [{ text: 'no' }]
	});
});
