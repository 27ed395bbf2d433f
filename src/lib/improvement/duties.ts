import { shiftDay } from '#lib/filter/codec.ts';
import { gateTo, sameName } from './gates.ts';
import { sustainDays, type Improvement, type SustainDays } from './improvement.ts';
import { planGaps } from './plan-gaps.ts';

/** What can be asked of somebody. */
export const dutyKinds = [
	'complete_plan',
	'approve',
	'begin',
	'action',
	'to_check',
	'sign_verdict',
	'confirm_override',
	'to_act',
	'decide_act',
	'decide_loss',
	'training',
	'sustain',
	'close'
] as const;
export type DutyKind = (typeof dutyKinds)[number];

/** One thing an improvement waits for. */
export interface Duty {
	readonly kind: DutyKind;
	/** Names of those it is asked of; empty: of anybody. */
	readonly who: readonly string[];
	/** Who may not do it, whatever they are asked; empty: nobody. */
	readonly notWho: string;
	/** Day by which; null: none was set. */
	readonly day: string | null;
	/** Of an action what, of a training the course. */
	readonly what: string;
	/** Which sustain check. */
	readonly days: SustainDays | null;
	/** Nobody can do it before the data reach its day. */
	readonly needsData: boolean;
}

/** What is done within a week of the day it became possible, where no plan names a day. */
export const answerWithinDays = 7;

/**
 * Everything an improvement waits for now, the next step of its stage first.
 *
 * @param dayOf business day of an instant in epoch milliseconds
 */
export function dutiesOf(
	improvement: Improvement,
	dayOf: (instant: number) => string
): readonly Duty[] {
	switch (improvement.stage) {
		case 'plan':
			return planDuties(improvement);
		case 'do':
			return doDuties(improvement);
		case 'check':
			return checkDuties(improvement, dayOf);
		case 'act':
			return actDuties(improvement, dayOf);
		case 'closed':
			return [];
	}
}

function planDuties(improvement: Improvement): readonly Duty[] {
	const { plan, actions, locked, startedBy } = improvement;
	// A plan is agreed on before the first of it is due.
	const days = [plan.effectiveOn, ...actions.map(({ due }) => due)].filter((day) => day !== null);
	const day = days.sort()[0] ?? null;
	const owner = names(plan.owner || startedBy.name);
	if (locked) return [duty('begin', { who: owner, day })];
	if (planGaps(improvement).length > 0) return [duty('complete_plan', { who: owner, day })];
	const sponsor = sameName(plan.sponsor, plan.owner) ? [] : names(plan.sponsor);
	return [duty('approve', { who: sponsor, notWho: plan.owner, day })];
}

function doDuties(improvement: Improvement): readonly Duty[] {
	const { plan, actions } = improvement;
	const open = actions
		.filter(({ state }) => state === 'open' || state === 'started')
		.map(({ who, due, what }) => duty('action', { who: names(who), day: due, what }));
	const done = open.length === 0 && gateTo(improvement, 'check').length === 0;
	return done ? [duty('to_check', { who: names(plan.owner), day: plan.effectiveOn })] : open;
}

function checkDuties(
	{ plan, verdict }: Improvement,
	dayOf: (instant: number) => string
): readonly Duty[] {
	const who = names(plan.owner, plan.sponsor);
	if (!verdict) return [duty('sign_verdict', { who, day: plan.checkOn, needsData: true })];
	const day = shiftDay(dayOf(verdict.signedAt), answerWithinDays);
	const asked = verdict.override;
	return [
		...(asked && !asked.confirmedBy
			? [duty('confirm_override', { notWho: asked.askedBy.name, day })]
			: []),
		duty('to_act', { who: names(plan.owner), day })
	];
}

function actDuties(improvement: Improvement, dayOf: (instant: number) => string): readonly Duty[] {
	const { plan, verdict, act, sustain, gainLost, trainings } = improvement;
	const who = names(plan.owner, plan.sponsor);
	const signed = verdict ? dayOf(verdict.signedAt) : null;
	const lost = sustain.findLast(({ held }) => !held);
	const answer = (day: string | null) => (day === null ? null : shiftDay(day, answerWithinDays));
	if (gainLost)
		return [duty('decide_loss', { who, day: answer(lost ? dayOf(lost.checkedAt) : signed) })];
	if (!act) return [duty('decide_act', { who, day: answer(signed) })];
	const toTake = trainings
		.filter(({ tookOn }) => !tookOn)
		.map(({ who: learner, course, need }) =>
			duty('training', { who: names(learner), day: act.inForceOn, what: course || need })
		);
	const next = sustainDays.find((days) => !sustain.some((check) => check.days === days));
	if (act.decision === 'standardise' && next !== undefined && verdict) {
		// Counted in days of the data, as the check itself is.
		const day = shiftDay(verdict.verdict.asOfDay, next);
		return [...toTake, duty('sustain', { who, day, days: next, needsData: true })];
	}
	const last = sustain.at(-1);
	const since = last ? dayOf(last.checkedAt) : signed;
	return [...toTake, duty('close', { who: names(plan.owner), day: answer(since) })];
}

function duty(kind: DutyKind, given: Partial<Omit<Duty, 'kind'>>): Duty {
	const none = { who: [], notWho: '', day: null, what: '', days: null, needsData: false };
	return { ...none, ...given, kind };
}

function names(...given: readonly string[]): readonly string[] {
	return [...new Set(given.map((name) => name.trim()).filter(Boolean))];
}
