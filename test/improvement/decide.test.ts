import { expect, test } from 'vitest';
import type { Command } from '#lib/improvement/commands.ts';
import { decide } from '#lib/improvement/decide.ts';
import type { DecideContext } from '#lib/improvement/decision.ts';
import type { Improvement, ImprovementEvent } from '#lib/improvement/improvement.ts';
import { afterEvent, replay } from '#lib/improvement/replay.ts';
import { aVerdict, anAction, anImprovement, signed } from './an-improvement.ts';
import { chooser } from './random-commands.ts';
import { wholePlan } from './plans.ts';
import { seeded } from '../statistics/seeded.ts';

const lin = { id: 'declared:Lin', name: 'Lin', assurance: 'declared' } as const;
const chen = { id: 'declared:Chen', name: 'Chen', assurance: 'declared' } as const;
const context: DecideContext = { today: '2025-11-18' };

/** What becomes of an improvement by a command. */
function done(
	improvement: Improvement,
	command: Command,
	person: typeof lin | typeof chen = chen
): Improvement {
	return decide(improvement, command, person, context).events.reduce(
		(now, event, index) =>
			afterEvent(now.id, now, {
				...event,
				number: now.lastEvent + index + 1,
				happenedAt: 0,
				person
			} as ImprovementEvent),
		improvement
	);
}

test('fields nobody else touched are changed beside one in conflict, which shows both and by whom', () => {
	const one = anImprovement({}, { team: 'Night', target: 3 });
	const history = [
		{
			number: 2,
			happenedAt: 0,
			person: lin,
			kind: 'improvement_plan_changed',
			body: { changes: [{ field: 'team', old: 'Service', new: 'Night' }], why: '' }
		}
	] as const;
	const command: Command = {
		do: 'change_plan',
		changes: [
			{ field: 'team', old: 'Service', new: 'Day' },
			{ field: 'target', old: 3, new: 2 },
			// As it was seen, and as it is: no edit.
			{ field: 'owner', old: 'Lin', new: 'Lin' }
		],
		why: 'x'
	};
	const { events, conflicts } = decide(one, command, chen, { ...context, history });
	expect(conflicts).toEqual([{ what: 'team', yours: 'Day', theirs: 'Night', by: 'Lin' }]);
	expect(events).toEqual([
		{
			kind: 'improvement_plan_changed',
			body: { changes: [{ field: 'target', old: 3, new: 2 }], why: 'x' }
		}
	]);
});

test('a comparison group that is the cases meant is refused, and every other field stays as it was', () => {
	const one = anImprovement({}, { selection: 'shop=A', comparison: '' });
	const command = (field: 'selection' | 'comparison', value: string, old: string): Command => ({
		do: 'change_plan',
		changes: [{ field, old, new: value }],
		why: ''
	});
	const refusedBy = (now: Improvement, asked: Command) => decide(now, asked, chen, context).refused;
	expect(refusedBy(one, command('comparison', 'shop=A', ''))).toEqual(['comparison_same']);
	const compared = done(one, command('comparison', 'shop=B', ''));
	expect(compared.plan.comparison).toBe('shop=B');
	expect(refusedBy(compared, command('selection', 'shop=B', 'shop=A'))).toEqual([
		'comparison_same'
	]);
	expect(refusedBy(compared, command('comparison', '', 'shop=B'))).toEqual([]);
});

test('a field two people changed to the same, or that one of them only left as seen, is no conflict', () => {
	const one = anImprovement({}, { team: 'Night' });
	for (const [old, wanted] of [
		['Service', 'Night'],
		['Service', 'Service']
	]) {
		const changes = [{ field: 'team', old, new: wanted }] as const;
		expect(decide(one, { do: 'change_plan', changes, why: '' }, chen, context)).toEqual({
			events: [],
			refused: [],
			conflicts: []
		});
	}
});

test('values made of parts are compared by what they say', () => {
	const days = { since: '2025-01-06', until: '2025-06-30' };
	const next = { until: '2025-07-28', since: '2025-01-06' };
	const changes = [{ field: 'baseline', old: { ...days }, new: next }] as const;
	const after = done(anImprovement(), { do: 'change_plan', changes, why: '' });
	expect(after.plan.baseline).toEqual(next);
});

test('two people who change different fields of one row both keep what they wrote', () => {
	const seen = anAction({ id: 'a', who: 'Wang' });
	const one = anImprovement({ actions: [seen] });
	const first = done(one, {
		do: 'set_item',
		list: 'actions',
		old: seen,
		new: { ...seen, who: 'Zhao' }
	});
	const late: Command = {
		do: 'set_item',
		list: 'actions',
		old: seen,
		new: { ...seen, note: 'half done', who: 'Sun' }
	};
	const { conflicts } = decide(first, late, lin, context);
	expect(conflicts).toEqual([{ what: 'actions.a.who', yours: 'Sun', theirs: 'Zhao', by: '' }]);
	expect(done(first, late).actions).toEqual([{ ...seen, who: 'Zhao', note: 'half done' }]);
});

test('a row somebody removed is not made anew in silence, one somebody changed is not removed', () => {
	const seen = anAction({ id: 'a' });
	const wanted = { ...seen, note: 'x' };
	expect(
		decide(
			anImprovement(),
			{ do: 'set_item', list: 'actions', old: seen, new: wanted },
			lin,
			context
		)
	).toEqual({
		events: [],
		refused: ['item_gone'],
		conflicts: [{ what: 'actions.a', yours: wanted, theirs: null, by: '' }]
	});
	const one = anImprovement({ actions: [wanted] });
	const remove = { do: 'remove_item', list: 'actions', id: 'a' } as const;
	expect(decide(one, { ...remove, old: seen }, lin, context)).toMatchObject({
		events: [],
		conflicts: [{ what: 'actions.a', yours: null, theirs: wanted }]
	});
	expect(done(one, { ...remove, old: wanted }).actions).toEqual([]);
	expect(decide(anImprovement(), remove, lin, context).refused).toEqual(['item_gone']);
});

test('of any edits two people make on the same plan each ends up kept or shown beside the other', () => {
	const fields = ['team', 'target', 'checkOn', 'baseline', 'sponsor'] as const;
	const values = {
		team: ['Day', 'Night'],
		target: [1, 2.5],
		checkOn: ['2025-12-01', '2026-01-05'],
		baseline: [null, { since: '2025-02-03', until: '2025-06-30' }],
		sponsor: ['Chen', 'Wu']
	} as const;
	for (let seed = 1; seed <= 300; seed++) {
		const { one, chance } = chooser(seeded(seed));
		const base = anImprovement();
		const edits = () =>
			fields
				.filter(() => chance(0.6))
				.map((field) => ({ field, old: base.plan[field], new: one<unknown>(values[field]) }));
		const [mine, yours] = [edits(), edits()];
		const first = done(base, { do: 'change_plan', changes: mine, why: '' });
		const second: Command = { do: 'change_plan', changes: yours, why: '' };
		const { conflicts } = decide(first, second, lin, context);
		const last = done(first, second);
		for (const { field, new: value } of mine) expect(first.plan[field]).toEqual(value);
		for (const { field, new: value } of yours) {
			const clash = conflicts.find(({ what }) => what === field);
			if (clash) expect(clash).toMatchObject({ yours: value, theirs: last.plan[field] });
			else if (JSON.stringify(value) !== JSON.stringify(base.plan[field]))
				expect(last.plan[field]).toEqual(value);
			// Nobody's edit is overwritten.
			const theirs = mine.find((change) => change.field === field);
			if (theirs && clash) expect(last.plan[field]).toEqual(theirs.new);
		}
	}
});

test('a revision makes the next version and keeps the one before with its verdict', () => {
	const verdict = signed(aVerdict('not_shown'), '2025-11-18');
	const plan = { ...wholePlan, owner: 'Lin' };
	const rows = { whys: [], causes: [], actions: [] };
	const locked = { version: 1, plan, ...rows, approvedBy: chen, approvedAt: 0, verdict };
	const one = anImprovement({ stage: 'act', locked: true, versions: [locked], verdict }, plan);
	expect(decide(one, { do: 'move', to: 'plan', why: 'x' }, lin, context).refused).not.toEqual([]);
	const next = done(one, { do: 'revise', why: 'another measure' });
	expect(next).toMatchObject({ stage: 'plan', version: 2, locked: false, verdict: null });
	expect(next.versions).toEqual([locked]);
});

test('a gain that did not hold opens the cycle again by itself, until somebody decides', () => {
	const verdict = signed(aVerdict('effective'), '2025-08-01');
	const decision = {
		decision: 'standardise',
		document: 'SOP 7',
		link: '',
		inForceOn: null,
		why: '',
		phase: true
	} as const;
	const one = anImprovement({ stage: 'act', verdict, act: decision });
	const check = (days: 30 | 60, held: boolean) =>
		({ do: 'sustain', days, verdict: aVerdict('worse'), held }) as const;
	const lost = done(one, check(30, false));
	expect(lost).toMatchObject({ stage: 'act', gainLost: true });
	expect(done(lost, check(30, false)).sustain).toHaveLength(1);
	expect(done(lost, { do: 'accept_loss', why: 'dear' }).gainLost).toBe(false);
	expect(done(lost, { do: 'decide_act', decision }).gainLost).toBe(true);
	const nextCycle = { ...decision, decision: 'next_cycle', why: 'again' } as const;
	expect(done(lost, { do: 'decide_act', decision: nextCycle }).gainLost).toBe(false);
});

test('only one that had a verdict can be opened again', () => {
	const closed = anImprovement({ stage: 'closed', cancelled: 'no' });
	const reopen = { do: 'reopen', why: 'more again' } as const;
	expect(decide(closed, reopen, lin, context).refused).toEqual(['verdict_missing']);
	const judged = { ...closed, verdict: signed(aVerdict('effective'), '2025-08-01') };
	expect(done(judged, reopen)).toMatchObject({ stage: 'act', gainLost: true, cancelled: null });
	expect(decide(judged, { ...reopen, why: ' ' }, lin, context).refused).toEqual(['why_missing']);
});

test.each<[string, Command]>([
	['a day that does not exist', change('effectiveOn', '2025-02-30')],
	['a day in words', change('checkOn', 'next week')],
	['a number that is text', change('target', '8')],
	['no number', change('target', Number.NaN)],
	['a field there is not', change('constructor', 1)],
	['a text beyond bearing', change('problem', 'x'.repeat(8_001))],
	['negative days', change('transitionDays', -1)],
	[
		'a link a browser would run',
		{
			do: 'decide_act',
			decision: {
				decision: 'standardise',
				document: 'x',
				link: 'javascript:alert(1)',
				inForceOn: null,
				why: '',
				phase: false
			}
		}
	],
	[
		'a row with a state there is not',
		{
			do: 'set_item',
			list: 'actions',
			old: null,
			new: { ...anAction({}), state: 'gone' as unknown as 'done' }
		}
	]
])('%s is refused, and nothing written', (_what, command) => {
	const one = anImprovement({ stage: 'act' });
	expect(decide(one, command, lin, context)).toEqual({
		events: [],
		refused: ['value_unreadable'],
		conflicts: []
	});
});

function change(field: string, value: unknown): Command {
	const changes = [{ field: field as 'target', old: null, new: value }];
	return { do: 'change_plan', changes, why: '' };
}

test('an improvement is nothing but its events', () => {
	expect(() => replay('x', [])).toThrow('no events');
	const comment = {
		number: 1,
		happenedAt: 0,
		person: lin,
		kind: 'improvement_commented',
		body: { text: 'x', mentions: [] }
	} as const;
	expect(() => replay('x', [comment])).toThrow('does not begin with its start');
});
