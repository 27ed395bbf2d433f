import { changeOf, changeText } from '#lib/components/improvement/effect-words.ts';
import { dayOf } from '#lib/components/improvement/stage-texts.ts';
import { methodWords, outcomeWords } from '#lib/components/improvement/words.ts';
import { personName } from '#lib/components/person-words.ts';
import type { Formats } from '#lib/format/formats.ts';
import { afterFrom } from '#lib/improvement/check-periods.ts';
import type { Improvement, SignedVerdict } from '#lib/improvement/improvement.ts';
import type { Plan } from '#lib/improvement/plan.ts';
import { isOverridden } from '#lib/improvement/verdict-standing.ts';
import type { Avoided, Effect, Verdict } from '#lib/improvement/verdict.ts';
import type { CheckProblem } from '#lib/server/questions/improvement-check.ts';
import * as m from '#lib/messages/generated/messages.js';

export const problemWords: Readonly<Record<CheckProblem, () => string>> = {
	selection_unreadable: m.improvement_problem_selection_unreadable,
	no_data: m.improvement_problem_no_data,
	selection_empty: m.improvement_problem_selection_empty,
	measure_without_data: m.improvement_problem_measure_without_data,
	orders_not_covering: m.improvement_problem_orders_not_covering,
	baseline_missing: m.improvement_problem_baseline_missing,
	effective_missing: m.improvement_problem_effective_missing
};

/** "down 31% (95% interval 18% to 42%)": signs are left out where the whole interval lies on one side. */
export function movedText(f: Formats, effect: Effect): string {
	const [estimate, lower, upper] = [effect.estimate, effect.lower, effect.upper].map((value) =>
		changeOf(effect, value)
	) as [number, number, number];
	const text = (change: number): string => changeText(f, effect.kind, change);
	const bare = (change: number): string => text(Math.abs(change)).replace(/^\+/, '');
	if (upper < 0)
		return m.improvement_verdict_down({
			change: bare(estimate),
			lower: bare(upper),
			upper: bare(lower)
		});
	if (lower > 0)
		return m.improvement_verdict_up({
			change: bare(estimate),
			lower: bare(lower),
			upper: bare(upper)
		});
	return m.improvement_verdict_between({
		change: text(estimate),
		lower: text(lower),
		upper: text(upper)
	});
}

/** The verdict as the one line of the page. What people put over it is not told as what the data show. */
export function verdictTitle(
	f: Formats,
	verdict: Verdict,
	signed: Pick<SignedVerdict, 'verdict' | 'override'> | null
): string {
	const { effect } = verdict.primary;
	const word = outcomeWords[verdict.outcome]();
	const found = effect
		? m.improvement_verdict_found({ outcome: word, change: movedText(f, effect) })
		: word;
	if (signed?.override?.confirmedBy && isOverridden(signed))
		return m.improvement_verdict_judged({
			outcome: outcomeWords[signed.override.outcome](),
			asked: personName(signed.override.askedBy.name),
			confirmed: personName(signed.override.confirmedBy.name),
			found
		});
	const { casesAvoided } = verdict;
	const shown = casesAvoided !== null && casesAvoided.lower > 0 && casesAvoided.value >= 1;
	return verdict.outcome === 'effective' && shown
		? m.improvement_verdict_avoided({ verdict: found, shown: rounded(f, casesAvoided.value) })
		: found;
}

/** About so many: two leading digits are all an estimate is worth. */
function rounded(f: Formats, value: number): string {
	const power = 10 ** Math.max(0, Math.floor(Math.log10(Math.abs(value) || 1)) - 1);
	return f.count(Math.round(value / power) * power);
}

/** What it rests on: days against days, the method, what was left out, what follows. */
export function basisText(f: Formats, verdict: Verdict, plan: Plan): string {
	const { values, method } = verdict.primary;
	const span = (count: number): string =>
		m[`improvement_span_${verdict.step}`]({ count, shown: f.count(count) });
	const day = afterFrom(plan);
	const { due, judgedUntil } = verdict;
	const spans = { after: span(values.afterPoints), before: span(values.beforePoints) };
	return f.sentences(
		day !== null &&
			(due && judgedUntil
				? m.improvement_verdict_basis_until({
						...spans,
						day: f.day(day),
						until: f.day(judgedUntil)
					})
				: m.improvement_verdict_basis({ ...spans, day: f.day(day) })),
		m.improvement_verdict_method({ method: methodWords[method]() }),
		method === 'rate_regression' &&
			(verdict.seasons ? m.improvement_verdict_seasons() : m.improvement_verdict_no_seasons()),
		plan.excluded.length > 0 &&
			m.improvement_verdict_excluded({
				days: f.list(plan.excluded.map((days) => f.dayRange(days)))
			})
	);
}

/**
 * That a plan was approved when what came of it could be seen already: its method, target and days may have been
 * chosen with the result in sight. Null where it was approved before it took effect, or not at all.
 */
export function afterwardsText(
	f: Formats,
	{ versions }: Pick<Improvement, 'versions'>,
	verdict: Pick<Verdict, 'planVersion'>
): string | null {
	const approved = versions.find(({ version }) => version === verdict.planVersion);
	const effective = approved?.plan.effectiveOn;
	if (!approved || !effective) return null;
	const day = dayOf(f, approved.approvedAt);
	return day > effective
		? m.improvement_verdict_afterwards({ approved: f.day(day), effective: f.day(effective) })
		: null;
}

/** Target, least change, what was avoided, and what more data would take. */
export function consequenceText(f: Formats, verdict: Verdict): string {
	const { targetReached, smallestChangeReached, morePeriods } = verdict;
	return f.sentences(
		targetReached !== null &&
			(targetReached
				? m.improvement_verdict_target_reached()
				: m.improvement_verdict_target_missed()),
		smallestChangeReached && m.improvement_verdict_smallest_reached(),
		avoided(verdict.casesAvoided, f.count, [
			m.improvement_verdict_cases,
			m.improvement_verdict_cases_added,
			m.improvement_verdict_cases_open
		]),
		avoided(verdict.costAvoided, f.money, [
			m.improvement_verdict_costs,
			m.improvement_verdict_costs_added,
			m.improvement_verdict_costs_open
		]),
		verdict.outcome === 'cannot_tell' &&
			morePeriods !== null &&
			m[`improvement_verdict_more_${verdict.step}`]({
				count: morePeriods,
				shown: f.count(morePeriods)
			}),
		verdict.outcome === 'cannot_tell' &&
			morePeriods !== null &&
			verdict.due &&
			m.improvement_verdict_more_how()
	);
}

type AmountWords = (said: { value: string; lower: string; upper: string }) => string;

/** Fewer than without it, or more, or neither is shown: "avoided −714" is said by nobody. */
function avoided(
	amount: Avoided | null,
	text: (value: number) => string,
	[fewer, more, open]: readonly [AmountWords, AmountWords, AmountWords]
): string | false {
	if (!amount) return false;
	const added = amount.upper < 0;
	const told = amount.lower > 0 ? fewer : added ? more : open;
	const { value, lower, upper } = added
		? { value: -amount.value, lower: -amount.upper, upper: -amount.lower }
		: amount;
	const said = (one: number): string => text(Math.round(one));
	return told({ value: said(value), lower: said(lower), upper: said(upper) });
}
