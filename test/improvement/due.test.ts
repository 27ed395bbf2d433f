import { describe, expect, it } from 'vitest';
import { concerns, dueOf, isOverdue, myDay, soonDays } from '#lib/improvement/due.ts';
import { answerWithinDays } from '#lib/improvement/duties.ts';
import type { Improvement } from '#lib/improvement/improvement.ts';
import { anAction, anImprovement, at, aVerdict, facts, signed } from './an-improvement.ts';

const cause = { id: 'c', branch: 'method', text: '', evidence: '', state: 'confirmed' } as const;
const standard = {
	decision: 'standardise',
	document: 'Refunds 3.2',
	link: '',
	inForceOn: '2025-11-10',
	why: '',
	phase: true
} as const;

const said = (improvement: Improvement) =>
	dueOf(improvement, facts).map(({ kind, state, day, daysLate }) => ({
		kind,
		state,
		day,
		daysLate
	}));

describe('what an improvement waits for', () => {
	it('is its plan, by the first day anything of it is due, until the plan is whole', () => {
		const draft = anImprovement(
			{ actions: [anAction({ due: '2025-11-12' })] },
			{ effectiveOn: '2025-11-24', checkOn: '2026-02-02', targetOn: null }
		);
		// No confirmed cause: it cannot be approved. 12 to 18 November are six days.
		expect(said(draft)).toEqual([
			{ kind: 'complete_plan', state: 'overdue', day: '2025-11-12', daysLate: 6 }
		]);
	});

	it('is the approval of a whole plan, asked of the sponsor and never of the owner', () => {
		const whole = anImprovement(
			{ actions: [anAction({ due: '2025-11-20' })], causes: [cause] },
			{ effectiveOn: '2025-11-24', checkOn: '2026-02-02', targetOn: null }
		);
		const [approval] = dueOf(whole, facts);
		expect(approval).toMatchObject({ kind: 'approve', state: 'soon', day: '2025-11-20' });
		expect(concerns(approval!, 'chen ')).toBe(true);
		expect(concerns(approval!, 'Lin')).toBe(false);
		const alone = { ...whole, plan: { ...whole.plan, sponsor: '' } };
		const [anybodys] = dueOf(alone, facts);
		expect(concerns(anybodys!, 'Anybody')).toBe(true);
		expect(concerns(anybodys!, 'LIN')).toBe(false);
	});

	it('is every open action, the latest one first, then the one due today, soon, later, without a day', () => {
		const actions = [
			anAction({ id: '1', due: '2025-12-24' }),
			anAction({ id: '2', due: null }),
			anAction({ id: '3', due: '2025-11-25' }),
			anAction({ id: '4', due: '2025-11-18', state: 'started' }),
			anAction({ id: '5', due: '2025-11-17' }),
			anAction({ id: '6', due: '2025-11-01', state: 'done' }),
			anAction({ id: '7', due: '2025-11-26' }),
			anAction({ id: '8', due: '2025-10-18' })
		];
		expect(
			said(anImprovement({ stage: 'do', actions })).map(({ state, day, daysLate }) => [
				state,
				day,
				daysLate
			])
		).toEqual([
			['overdue', '2025-10-18', 31],
			['overdue', '2025-11-17', 1],
			['today', '2025-11-18', 0],
			['soon', '2025-11-25', 0],
			['later', '2025-11-26', 0],
			['later', '2025-12-24', 0],
			['undated', null, 0]
		]);
		expect(soonDays).toBe(7);
	});

	it('is late for nobody where its day had passed when the improvement was begun, on a log that ended', () => {
		const old = { effectiveOn: '2022-08-14', checkOn: '2022-08-28' };
		const actions = [anAction({ due: '2022-08-14' }), anAction({ id: '2', due: '2025-11-10' })];
		// It was begun on 1 August 2025.
		const doing = dueOf(anImprovement({ stage: 'do', actions }, old), facts);
		expect(doing.map(({ state, daysLate }) => [state, daysLate])).toEqual([
			['overdue', 8],
			['ready', 0]
		]);
		expect(said(anImprovement({}, old))).toMatchObject([{ kind: 'complete_plan', state: 'ready' }]);
		const one = anImprovement({ stage: 'do', actions: actions.slice(0, 1) }, old);
		const day = myDay([{ improvement: one, due: dueOf(one, facts) }], '');
		expect([day.overdue.length, day.today.length]).toEqual([0, 1]);
	});

	it('is going on to the check once every action is done or waived', () => {
		const actions = [
			anAction({ id: '1', state: 'done' }),
			anAction({ id: '2', state: 'waived', note: 'no longer sold' })
		];
		expect(said(anImprovement({ stage: 'do', actions }))).toEqual([
			{ kind: 'to_check', state: 'overdue', day: '2025-09-01', daysLate: 78 }
		]);
	});

	it('waits for the data, late for nobody, where they have not reached the check', () => {
		const checking = (checkOn: string) => said(anImprovement({ stage: 'check' }, { checkOn }));
		expect(checking('2025-11-18')[0]?.state).toBe('waiting');
		// The data are there: it can be signed, however long ago its day was.
		expect(checking('2025-11-17')[0]).toMatchObject({ state: 'ready', daysLate: 0 });
		expect(checking('2022-08-28')[0]).toMatchObject({ state: 'ready', daysLate: 0 });
		expect(checking('2025-11-24')[0]?.state).toBe('soon');
	});

	it('is the second person of an override, who is not the one who asked', () => {
		const verdict = {
			...signed(aVerdict('cannot_tell'), '2025-11-14'),
			override: {
				request: 9,
				outcome: 'effective' as const,
				why: 'seen in the shop',
				askedBy: { id: 'x', name: 'Wang', assurance: 'declared' as const },
				confirmedBy: null
			}
		};
		const [asked] = dueOf(anImprovement({ stage: 'check', verdict }), facts);
		// 14 + 7 = 21 November.
		expect(asked).toMatchObject({ kind: 'confirm_override', day: '2025-11-21', state: 'soon' });
		expect(answerWithinDays).toBe(7);
		expect([concerns(asked!, 'Wang'), concerns(asked!, 'Lin')]).toEqual([false, true]);
	});

	it('is the decision within a week of the verdict, then the next sustain check, then closing', () => {
		const verdict = signed(aVerdict('effective'), '2025-09-20');
		const check = (days: 30 | 60 | 90, day: string, held = true) => ({
			days,
			held,
			checkedAt: at(day),
			verdict: verdict.verdict
		});
		const acting = (given: Partial<Improvement>) =>
			said(anImprovement({ stage: 'act', verdict, ...given }))[0];
		expect(acting({})).toMatchObject({ kind: 'decide_act', day: '2025-09-27', daysLate: 52 });
		// 20 September + 30 days = 20 October, + 60 = 19 November, + 90 = 19 December.
		expect(acting({ act: standard })).toMatchObject({ kind: 'sustain', day: '2025-10-20' });
		expect(acting({ act: standard })?.state).toBe('today');
		expect(acting({ act: standard, sustain: [check(30, '2025-10-20')] })).toMatchObject({
			kind: 'sustain',
			day: '2025-11-19',
			state: 'soon'
		});
		const all = [check(30, '2025-10-20'), check(60, '2025-11-19'), check(90, '2025-11-12')];
		expect(acting({ act: standard, sustain: all })).toMatchObject({
			kind: 'close',
			day: '2025-11-19'
		});
		const lost = [check(30, '2025-10-20'), check(60, '2025-11-10', false)];
		expect(acting({ act: standard, sustain: lost, gainLost: true })).toMatchObject({
			kind: 'decide_loss',
			day: '2025-11-17',
			daysLate: 1
		});
	});

	it('is nothing once it is closed', () => {
		expect(
			said(anImprovement({ stage: 'closed', actions: [anAction({ due: '2025-01-01' })] }))
		).toEqual([]);
	});
});

describe('my day', () => {
	const improvements = [
		anImprovement({
			id: 'one',
			stage: 'do',
			actions: [
				anAction({ id: '1', due: '2025-11-12', who: 'Wang' }),
				anAction({ id: '2', due: '2025-11-18', who: 'Gao' })
			]
		}),
		anImprovement({
			id: 'two',
			stage: 'do',
			actions: [
				anAction({ id: '3', due: '2025-11-10', who: 'wang' }),
				anAction({ id: '4', due: '2025-11-20', who: '' })
			]
		})
	].map((improvement) => ({ improvement, due: dueOf(improvement, facts) }));
	const ids = (
		lines: readonly {
			readonly improvement: Improvement;
			readonly duty: { readonly day: string | null };
		}[]
	) => lines.map(({ improvement, duty }) => `${improvement.id} ${duty.day}`);

	it('holds what is asked of the person or of nobody in particular, over all improvements', () => {
		const day = myDay(improvements, 'Wang');
		expect(ids(day.overdue)).toEqual(['two 2025-11-10', 'one 2025-11-12']);
		expect(ids(day.today)).toEqual([]);
		expect(ids(day.soon)).toEqual(['two 2025-11-20']);
	});

	it("is everybody's where nobody has said who acts", () => {
		const day = myDay(improvements, '');
		expect(ids(day.today)).toEqual(['one 2025-11-18']);
		expect(improvements.map(isOverdue)).toEqual([true, true]);
	});
});
