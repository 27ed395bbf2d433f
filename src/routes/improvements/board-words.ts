import { outcomeWords } from '#lib/components/improvement/words.ts';
import { changeOf, changeText, effectText } from '#lib/components/improvement/effect-words.ts';
import { nextDay } from '#lib/filter/codec.ts';
import type { Formats } from '#lib/format/formats.ts';
import type { DueDuty } from '#lib/improvement/due.ts';
import type { Progress } from '#lib/improvement/progress.ts';
import type { Effect } from '#lib/improvement/verdict.ts';
import { unitOf } from '#lib/measures/charted-measure.ts';
import * as m from '#lib/messages/generated/messages.js';
import { measureValue, valueAndUnit } from '#lib/messages/measure-values.ts';
import { measureName } from '#lib/messages/measure-words.ts';
import type { BoardCard } from '#lib/server/questions/improvements-card.ts';

/** What is to be done, in words. */
export function dutyText({ kind, what, days }: DueDuty): string {
	if (kind === 'action') return what || m.improvements_duty_action();
	if (kind === 'training')
		return what ? m.improvements_duty_training({ what }) : m.improvements_duty_training_short();
	if (kind === 'sustain') return m.improvements_duty_sustain({ days: days ?? 0 });
	return m[`improvements_duty_${kind}`]();
}

/** Whom it waits for; empty where anybody may do it. */
export function dutyWho(f: Formats, { kind, who, notWho, days }: DueDuty): string {
	if (kind === 'sustain' && days !== null) return m.improvements_due_by_itself();
	const asked = f.list(who);
	if (kind === 'approve' && asked) return m.improvements_due_not_owner({ who: asked });
	if (asked) return asked;
	return notWho ? m.improvements_due_anybody({ owner: notWho }) : '';
}

/** A day as shortly as it is told from others: without its year in the year it is. */
export function shortDay(f: Formats, day: string, today: string): string {
	return day.slice(0, 4) === today.slice(0, 4) ? f.dayOfYear(day) : f.day(day);
}

/** Beyond so many days a date says more than their number. */
const longAgo = 365;

/** When it is due, as a card says it. */
export function dueText(f: Formats, duty: DueDuty, today: string): string {
	const { state, day, daysLate } = duty;
	if (state === 'undated' || day === null) return m.improvements_due_undated();
	if (state === 'overdue')
		return daysLate > longAgo
			? m.improvements_due_since({ day: f.day(day) })
			: m.improvements_due_overdue({ count: daysLate, shown: f.count(daysLate) });
	if (state === 'ready')
		return duty.kind === 'sign_verdict'
			? m.improvements_due_ready_check()
			: m.improvements_due_ready({ day: f.day(day) });
	if (state === 'today') return m.improvements_due_today();
	if (state === 'waiting') return m.improvements_due_waiting({ day: shortDay(f, day, today) });
	if (day === nextDay(today)) return m.improvements_due_tomorrow();
	return shortDay(f, day, today);
}

/** When it was due and how late it is, as my day says it. */
export function lateText(f: Formats, { day, daysLate }: DueDuty, today: string): string {
	if (daysLate > longAgo) return m.improvements_due_since({ day: f.day(day ?? today) });
	return m.improvements_due_was({
		count: daysLate,
		shown: f.count(daysLate),
		day: shortDay(f, day ?? today, today)
	});
}

export function progressText(f: Formats, progress: Progress): string {
	if (progress.of === 'sustain') return '';
	const counts = { done: f.count(progress.done), all: f.count(progress.all) };
	return {
		plan: m.improvements_progress_plan,
		actions: m.improvements_progress_actions,
		weeks: m.improvements_progress_weeks
	}[progress.of](counts);
}

/** The measure and where it is to go: from its value before, where a verdict says it. */
export function targetText(f: Formats, { plan, verdict }: BoardCard): string {
	if (plan.target === null) return m.improvements_card_no_target();
	const measure = measureName(plan.measure);
	const rate = unitOf(plan.measure) === 'per_10000_orders';
	const target = rate
		? m.improvements_card_rate({ value: measureValue(f, plan.measure, plan.target) })
		: valueAndUnit(f, plan.measure, plan.target);
	return verdict?.before == null
		? m.improvements_card_to({ measure, target })
		: m.improvements_card_from_to({
				measure,
				target,
				before: measureValue(f, plan.measure, verdict.before)
			});
}

/** What a card says in place of a verdict, or of it. */
export interface CardState {
	readonly outcome: keyof typeof outcomeWords | 'none';
	readonly word: string;
	/** Interval, or what is missing. */
	readonly detail: string;
}

export function cardState(f: Formats, card: BoardCard, today: string): CardState {
	const { verdict, lost, cancelled } = card;
	if (cancelled) return { outcome: 'none', word: m.improvements_card_cancelled(), detail: '' };
	if (lost && verdict)
		return {
			outcome: 'worse',
			word: m.improvements_card_lost(),
			detail:
				verdict.effect && lost.effect
					? m.improvements_card_lost_text({
							before: shortEffect(f, verdict.effect),
							after: shortEffect(f, lost.effect)
						})
					: ''
		};
	if (verdict)
		return {
			outcome: verdict.outcome,
			word: outcomeWords[verdict.outcome](),
			detail: verdict.overridden ? m.improvements_card_overridden() : verdictDetail(f, verdict)
		};
	return { outcome: 'none', word: stageWord(f, card, today), detail: '' };
}

/** Where it stands while there is no verdict. */
function stageWord(f: Formats, card: BoardCard, today: string): string {
	if (card.stage === 'plan') return planWord(card);
	return card.stage === 'do' ? doWord(card, f, today) : m.improvements_card_no_verdict();
}

function planWord({ locked, due }: BoardCard): string {
	if (locked) return m.improvements_card_approved();
	return due.some(({ kind }) => kind === 'approve')
		? m.improvements_card_to_approve()
		: m.improvements_card_draft();
}

function doWord({ plan: { effectiveOn } }: BoardCard, f: Formats, today: string): string {
	if (effectiveOn === null) return m.improvements_card_not_in_force();
	const day = shortDay(f, effectiveOn, today);
	return effectiveOn > today
		? m.improvements_card_in_force_from({ day })
		: m.improvements_card_in_force_since({ day });
}

function verdictDetail(f: Formats, verdict: NonNullable<BoardCard['verdict']>): string {
	if (verdict.outcome === 'cannot_tell' && verdict.afterCases < 30)
		return m.improvements_card_few({
			count: verdict.afterCases,
			shown: f.count(verdict.afterCases)
		});
	const { outcome, effect, morePeriods } = verdict;
	if (outcome === 'cannot_tell' && morePeriods !== null)
		return m.improvements_card_more_periods({ count: morePeriods, shown: f.count(morePeriods) });
	return effect ? effectText(f, effect) : '';
}

function shortEffect(f: Formats, effect: Effect): string {
	return changeText(f, effect.kind, changeOf(effect, effect.estimate));
}

/** The trend for those who do not see it. */
export function trendText(f: Formats, { plan, trend }: BoardCard): string {
	if (!trend) return m.improvements_card_no_trend();
	const words = {
		measure: measureName(plan.measure),
		shown: f.count(trend.values.length),
		last: measureValue(f, plan.measure, trend.last)
	};
	return trend.after < 0
		? m.improvements_card_trend(words)
		: m.improvements_card_trend_after({
				...words,
				after: f.count(trend.values.length - trend.after)
			});
}
