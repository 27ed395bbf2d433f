import { expect, test } from 'vitest';
import type { Command } from '#lib/improvement/commands.ts';
import { decide } from '#lib/improvement/decide.ts';
import type { Improvement, ImprovementEvent } from '#lib/improvement/improvement.ts';
import { nextGate } from '#lib/improvement/next-gate.ts';
import type { GateFacts } from '#lib/improvement/plan-gaps.ts';
import { afterEvent } from '#lib/improvement/replay.ts';
import type { Verdict } from '#lib/improvement/verdict.ts';
import { around, judge, ordersOf, rateGroup } from '../trials/simulated-improvement.ts';
import { randomNumbers } from '../trials/random-numbers.ts';
import { aVerdict, anAction, anImprovement, signed } from './an-improvement.ts';

const lin = { id: 'declared:Lin', name: 'Lin', assurance: 'declared' } as const;
const chen = { id: 'declared:Chen', name: 'Chen', assurance: 'declared' } as const;

function asked(
	one: Improvement,
	command: Command,
	person: typeof lin | typeof chen = lin,
	facts?: GateFacts
) {
	const today = '2025-11-18';
	return decide(one, command, person, { today, ...(facts && { facts }) });
}

/** What becomes of an improvement by a command. */
function done(one: Improvement, command: Command, facts?: GateFacts): Improvement {
	return asked(one, command, lin, facts).events.reduce((now, event) => {
		const number = now.lastEvent + 1;
		return afterEvent(now.id, now, {
			...event,
			number,
			happenedAt: 0,
			person: lin
		} as ImprovementEvent);
	}, one);
}

const sign = (verdict: Verdict) => ({ do: 'sign_verdict', verdict }) as const;
const carriedOut = { actions: [anAction({ state: 'done' })], locked: true } as const;
const checked = anImprovement({ stage: 'check', ...carriedOut });

test('one signed verdict decides a version: a later load is no reason to sign another', () => {
	const first = done(checked, sign(aVerdict('cannot_tell')));
	expect(first.verdict?.verdict.outcome).toBe('cannot_tell');
	const again = sign({ ...aVerdict('effective'), dataVersion: 2, asOfDay: '2025-12-31' });
	expect(asked(first, again)).toEqual({ events: [], refused: ['verdict_signed'], conflicts: [] });
	const back = { ...first, stage: 'act' } as const;
	const checkedAgain = done(back, { do: 'move', to: 'check', why: 'look again' });
	expect(asked(checkedAgain, again).refused).toEqual(['verdict_signed']);
});

test('a next version of the plan is signed for itself, and so is one whose data were removed', () => {
	const first = done(checked, sign(aVerdict('cannot_tell')));
	const revised = {
		...done(first, { do: 'revise', why: 'a longer check' }),
		stage: 'check'
	} as const;
	const next = sign({ ...aVerdict('effective'), planVersion: 2 });
	expect(done(revised, next).verdict?.verdict.outcome).toBe('effective');

	const removed = { verdictOutdated: true };
	const gate = { person: lin, facts: removed, verdictDue: true };
	expect(nextGate(first, gate)).toEqual({ act: 'sign', shut: [] });
	expect(nextGate(first, { ...gate, verdictDue: false })?.shut).toEqual(['data_not_there_yet']);
	const after = done(first, sign(aVerdict('not_shown')), removed);
	expect(after.verdict?.verdict.outcome).toBe('not_shown');
});

test('who confirms an override confirms the request they read, not the one that took its place', () => {
	const one = anImprovement({
		stage: 'check',
		verdict: signed(aVerdict('cannot_tell'), '2025-11-18'),
		lastEvent: 8
	});
	const first = done(one, { do: 'ask_override', outcome: 'not_shown', why: 'the line stood' });
	const read = first.verdict?.override?.request;
	expect(read).toBe(9);
	const second = done(first, { do: 'ask_override', outcome: 'effective', why: 'we like it' });
	const confirm = { do: 'confirm_override', request: 9 } as const;
	expect(asked(second, confirm, chen).refused).toEqual(['override_replaced']);
	expect(asked(second, { ...confirm, request: 10 }, chen).events).toEqual([
		{ kind: 'improvement_override_confirmed', body: { outcome: 'effective', request: 10 } }
	]);
	expect(asked(first, confirm, chen).refused).toEqual([]);
});

test('a countermeasure is not opened again where it is checked or acted on: that leads back to Do', () => {
	const row = anAction({ state: 'done' });
	for (const stage of ['check', 'act'] as const) {
		const one = anImprovement({ stage, ...carriedOut });
		const set = (given: Partial<typeof row>) =>
			asked(one, { do: 'set_item', list: 'actions', old: row, new: { ...row, ...given } }).refused;
		expect(set({ state: 'open' })).toEqual(['action_not_reopened']);
		expect(set({ state: 'started' })).toEqual(['action_not_reopened']);
		expect(set({ state: 'waived' })).toEqual(['why_missing']);
		expect(set({ state: 'waived', note: 'the supplier did it' })).toEqual([]);
		expect(set({ note: 'seen on site' })).toEqual([]);
	}
	const back = done(checked, { do: 'move', to: 'do', why: 'one was not carried out' });
	const open = { do: 'set_item', list: 'actions', old: row, new: anAction({}) } as const;
	expect(done(back, open).actions[0]?.state).toBe('open');
});

/** How many of 200 logs in which nothing changed end with a signed "effective", looked at after every load. */
function signedEffective(nextVersion: boolean): number {
	const [before, after, firstLook] = [12, 15, 3];
	const whole = around('month', before, after);
	let effective = 0;
	for (let seed = 1; seed <= 200; seed++) {
		const random = randomNumbers(seed * 7919);
		const orders = ordersOf(random, whole);
		const { series, ...rest } = rateGroup(random, whole, orders, { rate: 0.004, ratio: 1 });
		let one = checked;
		// Whoever wants it effective tries to sign after every load of three months until it is.
		for (let months = firstLook; months <= after; months += firstLook) {
			if (one.verdict?.verdict.outcome === 'effective') break;
			const end = before + months;
			const seen = { ...whole, periods: whole.periods.slice(0, end) };
			const own = {
				...rest,
				series: {
					...series,
					periods: seen.periods,
					amounts: series.amounts.slice(0, end),
					sizes: series.sizes.slice(0, end),
					cases: series.cases.slice(0, end)
				}
			};
			if (nextVersion && one.verdict)
				one = { ...done(one, { do: 'revise', why: 'more data' }), stage: 'check', locked: true };
			const planVersion = one.version;
			const verdict = { ...aVerdict('effective'), ...judge(seen, own), planVersion };
			one = done(one, sign(verdict));
		}
		if (one.verdict?.verdict.outcome === 'effective') effective++;
	}
	return effective;
}

test('tried again after every load, nothing is called effective no more often than at one look', () => {
	// One two-sided look of 95 %: 2.5 % of 200 are 5; 11 is what issue 4 bears.
	expect(signedEffective(false)).toBeLessThanOrEqual(11);
	// What each new signature would do, now only for the price of a plan approved anew, in the open.
	expect(signedEffective(true)).toBeGreaterThan(11);
});
