import { expect, it } from 'vitest';
import { nextGate, type GateState } from '#lib/improvement/next-gate.ts';
import type { Improvement } from '#lib/improvement/improvement.ts';
import { planOf } from '../server/questions/improvement-demo.ts';

const whole = planOf({
	theme: 'Refunds paid late',
	owner: '周婷',
	baseline: { since: '2024-01-01', until: '2025-01-01' },
	target: 2,
	effectiveOn: '2025-02-03',
	checkOn: '2025-09-01'
});
const stands = (given: Partial<Improvement>): Improvement =>
	({
		stage: 'plan',
		plan: whole,
		locked: false,
		version: 1,
		versions: [],
		whys: [{ id: 'w', text: '', evidence: '', root: true }],
		causes: [],
		actions: [{ id: 'a', what: 'do', who: '周婷', due: '2025-02-01', state: 'open', note: '' }],
		trainings: [],
		recoveries: [],
		sustain: [],
		verdict: null,
		act: null,
		gainLost: false,
		...given
	}) as Improvement;
const state = (name: string, verdictDue = false): GateState => ({
	person: { name },
	facts: { baselineValue: 3 },
	verdictDue
});

it('asks for a named second person to approve a whole plan', () => {
	expect(nextGate(stands({}), state('陈丽'))).toEqual({ act: 'approve', shut: [] });
	expect(nextGate(stands({}), state('周婷'))?.shut).toEqual(['approver_is_owner']);
	expect(nextGate(stands({}), state(''))?.shut).toEqual(['name_missing']);
});

it('says everything that is missing at once', () => {
	const bare = stands({ plan: planOf({}), actions: [], whys: [] });
	expect(nextGate(bare, state('陈丽'))?.shut).toEqual(
		expect.arrayContaining(['theme_missing', 'baseline_missing', 'actions_missing'])
	);
});

it('goes on from the locked plan, and to the check once every countermeasure is done or waived', () => {
	expect(nextGate(stands({ stage: 'do', locked: true }), state('陈丽'))).toMatchObject({
		act: 'move',
		to: 'check',
		shut: ['actions_open']
	});
});

it('signs no preview', () => {
	const checked = stands({ stage: 'check', locked: true });
	expect(nextGate(checked, state('陈丽'))?.shut).toEqual(['data_not_there_yet']);
	expect(nextGate(checked, state('陈丽', true))).toEqual({ act: 'sign', shut: [] });
});

it('has no next act once it has ended', () => {
	expect(nextGate(stands({ stage: 'closed' }), state('陈丽'))).toBeNull();
});
