import { expect, test } from 'vitest';
import { afterPoints, baselinePoints, pointsAtHand } from '#lib/improvement/baseline-points.ts';
import type { Refusal } from '#lib/improvement/commands.ts';
import { gateTo } from '#lib/improvement/gates.ts';
import type { Improvement, SustainCheck } from '#lib/improvement/improvement.ts';
import type { Plan } from '#lib/improvement/plan.ts';
import type { Stage } from '#lib/improvement/stages.ts';
import { aVerdict, anAction, anImprovement, signed } from './an-improvement.ts';
import { wholePlan } from './plans.ts';

const chen = { id: 'declared:Chen', name: 'Chen', assurance: 'declared' } as const;
const cause = { id: 'c', branch: 'method', text: '', evidence: '', state: 'confirmed' } as const;
const planned: Partial<Improvement> = {
	locked: true,
	versions: [
		{
			version: 1,
			plan: wholePlan,
			whys: [],
			causes: [cause],
			actions: [],
			approvedBy: chen,
			approvedAt: 0,
			verdict: null
		}
	],
	causes: [cause],
	actions: [anAction({ due: '2025-03-01' })]
};

test('the baseline has the whole months or weeks without an excluded day', () => {
	const days = { since: '2024-01-01', until: '2025-02-01' };
	expect(baselinePoints({ baseline: days, excluded: [], step: 'month' })).toBe(13);
	// Half of January is no month; a day of April spoils April.
	const half = { since: '2024-01-16', until: '2024-12-31' };
	const excluded = [{ since: '2024-04-30', until: '2024-05-01', reason: '' }];
	expect(baselinePoints({ baseline: half, excluded, step: 'month' })).toBe(9);
	// 2024-01-01 is a Monday: 4 weeks and 3 days.
	const january = { since: '2024-01-01', until: '2024-02-01' };
	expect(baselinePoints({ baseline: january, excluded: [], step: 'week' })).toBe(4);
	const tuesday = { since: '2024-01-02', until: '2024-02-01' };
	expect(baselinePoints({ baseline: tuesday, excluded: [], step: 'week' })).toBe(3);
	expect(baselinePoints({ baseline: null, excluded: [], step: 'week' })).toBe(0);
});

test.each<[Partial<Plan>, Refusal[]]>([
	[{}, []],
	[{ theme: ' ' }, ['theme_missing']],
	[{ owner: '' }, ['owner_missing']],
	[{ baseline: null }, ['baseline_missing']],
	[{ baseline: { since: '2024-02-01', until: '2025-02-01' } }, ['baseline_short']],
	[{ baseline: { since: '2024-02-01', until: '2025-02-01' }, trialLimits: true }, []],
	[{ baseline: { since: '2024-01-01', until: '2025-04-01' } }, ['baseline_after_effect']],
	[{ comparison: wholePlan.selection }, ['comparison_same']],
	[{ comparison: 'shop=A' }, []],
	[{ target: null }, ['target_missing']],
	[{ target: 12 }, ['target_wrong_side']],
	[{ measure: 'satisfaction_mean', target: 8 }, ['target_wrong_side']],
	[{ measure: 'satisfaction_mean', target: 12 }, []],
	[{ smallestChange: 0 }, ['smallest_change_missing']],
	[{ checkOn: '2025-03-15' }, ['dates_reversed']],
	[{ checkOn: '2025-03-16' }, []],
	[{ targetOn: '2025-02-28' }, ['dates_reversed']],
	[{ method: 'difference_in_differences' }, ['comparison_missing']]
])('a plan with %j is held back by %j', (change, refusals) => {
	const plan = { ...wholePlan, ...change };
	expect(gateTo(anImprovement(planned, plan), 'do', chen, { baselineValue: 10 })).toEqual(refusals);
	// Without the data the side of the target is not judged.
	expect(gateTo(anImprovement(planned, plan), 'do')).not.toContain('target_wrong_side');
});

test('of fewer than six points nothing is promised, not even as trial limits, while the log tells of more', () => {
	const months = (since: string, trialLimits: boolean, pointsAtHand?: number) => {
		const plan = { ...wholePlan, excluded: [], baseline: { since, until: '2025-02-01' } };
		return gateTo(anImprovement(planned, { ...plan, trialLimits }), 'do', chen, { pointsAtHand });
	};
	// October to January are four months, August to January six.
	expect(months('2024-10-01', true, 14)).toEqual(['baseline_too_short']);
	expect(months('2024-10-01', false, 14)).toEqual(['baseline_short', 'baseline_too_short']);
	expect(months('2024-08-01', true, 14)).toEqual([]);
	expect(months('2024-08-01', false, 14)).toEqual(['baseline_short']);
	// The log itself begins in October, or nobody asked it.
	expect(months('2024-10-01', true, 4)).toEqual([]);
	expect(months('2024-11-01', true, 4)).toEqual(['baseline_too_short']);
	expect(months('2024-10-01', true)).toEqual([]);
	// No whole month at all is no baseline, however short the log is.
	expect(months('2025-01-15', true, 0)).toEqual(['baseline_too_short']);
});

test('what a verdict will count as after are the whole periods between transition and check date', () => {
	const plan = { step: 'month', effectiveOn: '2025-02-03', transitionDays: 14 } as const;
	// March to May; a check before its last day leaves May out.
	expect(afterPoints({ ...plan, checkOn: '2025-06-01' })).toBe(3);
	expect(afterPoints({ ...plan, checkOn: '2025-05-31' })).toBe(3);
	expect(afterPoints({ ...plan, checkOn: '2025-05-30' })).toBe(2);
	// Monday 17 February on: two weeks by Sunday 2 March.
	expect(afterPoints({ ...plan, step: 'week', checkOn: '2025-03-02' })).toBe(2);
	expect(afterPoints({ ...plan, checkOn: null })).toBeUndefined();
	expect(afterPoints({ ...plan, effectiveOn: null, checkOn: '2025-06-01' })).toBeUndefined();
});

test('what the log tells of before the effective date are its whole periods, without excluded ones', () => {
	const excluded = [{ since: '2024-11-05', until: '2024-11-06', reason: '' }];
	const plan = { excluded, step: 'month', effectiveOn: '2025-03-01' } as const;
	// July begins the log half: August to February without November.
	expect(pointsAtHand(plan, '2024-07-15')).toBe(6);
	expect(pointsAtHand({ ...plan, effectiveOn: null }, '2024-07-15')).toBeUndefined();
});

test.each<[Partial<Improvement>, Refusal[]]>([
	[{ causes: [{ ...cause, state: 'open' }] }, ['cause_not_confirmed']],
	[{ causes: [], whys: [{ id: 'w', text: '', evidence: '', root: true }] }, []],
	[{ actions: [] }, ['actions_missing']],
	[{ actions: [anAction({ who: ' ', due: '2025-03-01' })] }, ['action_without_owner']],
	[{ actions: [anAction({})] }, ['action_without_due']],
	[{ locked: false }, ['plan_not_locked']]
])('with %j the plan is held back by %j', (change, refusals) => {
	expect(gateTo(anImprovement({ ...planned, ...change }, wholePlan), 'do')).toEqual(refusals);
});

test('its owner may not approve, however the name is written', () => {
	const one = anImprovement({ ...planned, locked: false }, { ...wholePlan, owner: 'Ｃhen ' });
	expect(gateTo(one, 'do', { name: 'chen' })).toContain('approver_is_owner');
});

const verdict = signed(aVerdict('effective'), '2025-09-01');
const checks = ([30, 60, 90] as const).map((days): SustainCheck => ({
	days,
	checkedAt: 0,
	verdict: aVerdict('effective'),
	held: true
}));
const standard: Partial<Improvement> = {
	verdict,
	sustain: checks,
	recoveries: [
		{ id: 'r', what: 'none_needed', note: '', cases: null, money: null, customers: 'unknown' }
	],
	act: {
		decision: 'standardise',
		document: 'SOP 7',
		link: '',
		inForceOn: null,
		why: '',
		phase: false
	}
};
const training = { id: 't', need: '', course: '', who: '', tookOn: null };

test.each<[Stage, Stage, Partial<Improvement>, Refusal[]]>([
	['do', 'check', { actions: [] }, ['actions_missing']],
	['do', 'check', { actions: [anAction({ state: 'started' })] }, ['actions_open']],
	['do', 'check', { actions: [anAction({ state: 'waived' })] }, ['why_missing']],
	['do', 'check', { actions: [anAction({ state: 'waived', note: 'x' })] }, []],
	['do', 'check', { actions: [anAction({ state: 'done' })] }, []],
	['check', 'act', {}, ['verdict_missing']],
	['check', 'act', { verdict, version: 2 }, ['verdict_outdated']],
	['check', 'act', { verdict }, []],
	['act', 'closed', {}, ['act_undecided']],
	['act', 'closed', standard, []],
	['act', 'closed', { ...standard, sustain: checks.slice(1) }, ['sustain_checks_open']],
	['act', 'closed', { ...standard, recoveries: [] }, ['recovery_missing']],
	['act', 'closed', { ...standard, trainings: [training] }, ['trainings_open']],
	['act', 'closed', { ...standard, gainLost: true }, ['gain_lost_undecided']],
	['plan', 'check', {}, ['stage_not_next']],
	['do', 'do', {}, ['stage_not_next']],
	['do', 'plan', {}, ['plan_locked']],
	['act', 'check', {}, []],
	['closed', 'act', {}, ['already_closed']]
])('from %s to %s with %o: %j', (from, to, change, refusals) => {
	expect(gateTo(anImprovement({ ...change, stage: from }), to)).toEqual(refusals);
});

test('a verdict the data no longer say is not acted on', () => {
	const one = anImprovement({ stage: 'check', verdict });
	expect(gateTo(one, 'act', chen, { verdictOutdated: true })).toEqual(['verdict_outdated']);
});
