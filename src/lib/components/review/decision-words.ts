import type { Formats } from '#lib/format/formats.ts';
import type { Day } from '#lib/filter/filter.ts';
import * as m from '#lib/messages/generated/messages.js';
import type { Decision } from '#lib/review/minutes.ts';
import { decisionStanding, type DecisionStanding } from '#lib/review/signing.ts';

/** How a decision stands on a day, in words. */
export function standingText(
	f: Formats,
	decision: Pick<Decision, 'state' | 'due'>,
	today: Day
): { readonly standing: DecisionStanding; readonly text: string } {
	const { standing, days } = decisionStanding(decision, today);
	const said = { count: days, shown: f.count(days) };
	const texts: Readonly<Record<DecisionStanding, () => string>> = {
		open: m.monthly_decision_open,
		started: m.monthly_decision_started,
		done: m.monthly_decision_done,
		dropped: m.monthly_decision_dropped,
		overdue: () => m.monthly_decision_overdue(said),
		due_soon: () => m.monthly_decision_soon(said)
	};
	return { standing, text: texts[standing]() };
}

const standingWords: Readonly<Record<DecisionStanding, () => string>> = {
	done: m.monthly_decision_done,
	started: m.monthly_decision_started,
	open: m.monthly_decision_open,
	due_soon: m.monthly_decision_soon_word,
	overdue: m.monthly_decision_overdue_word,
	dropped: m.monthly_decision_dropped
};
const standings = Object.keys(standingWords) as DecisionStanding[];

export function followedAnswer(
	f: Formats,
	followed: readonly Pick<Decision, 'state' | 'due'>[],
	today: Day
): string {
	if (followed.length === 0) return m.monthly_followed_none();
	const states = standings.flatMap((standing) => {
		const n = followed.filter((one) => decisionStanding(one, today).standing === standing).length;
		return n > 0
			? [m.monthly_state_count({ n: f.count(n), state: standingWords[standing]() })]
			: [];
	});
	return m.monthly_followed_answer({
		count: followed.length,
		shown: f.count(followed.length),
		states: states.join(m.monthly_separator())
	});
}

export function decisionsAnswer(f: Formats, decisions: readonly Decision[]): string {
	return decisions.length === 0
		? m.monthly_decisions_none()
		: m.monthly_decisions_answer({ count: decisions.length, shown: f.count(decisions.length) });
}
