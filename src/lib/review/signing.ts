import type { Day } from '#lib/filter/filter.ts';
import { shiftMonth } from '#lib/filter/period.ts';
import { signingRoles, type Decision, type MonthMinutes, type SigningRole } from './minutes.ts';

/** How far a month is: nothing frozen, frozen and on its way, or approved. */
export type ReviewState = 'open' | 'prepared' | 'reviewed' | 'approved';

export function reviewState({ signatures }: Pick<MonthMinutes, 'signatures'>): ReviewState {
	return signatures.at(-1)?.role ?? 'open';
}

/** Numbers and texts stand still from the first signature on: nobody signs what may still move. */
export function isFrozen({ signatures }: MonthMinutes): boolean {
	return signatures.length > 0;
}

/** Who has to sign next; null where all have. */
export function nextRole({ signatures }: MonthMinutes): SigningRole | null {
	return signingRoles[signatures.length] ?? null;
}

export type SigningProblem =
	| 'name_missing'
	/** Not this role's turn. */
	| 'not_your_turn'
	/** Signed in another role already. */
	| 'same_person'
	/** Something else than the person saw. */
	| 'changed_meanwhile'
	/** The month still runs, or the log does not reach its end. */
	| 'month_runs';

/** Why a person may not sign as that role now, or null. */
export function signingProblem(
	minutes: MonthMinutes,
	role: SigningRole,
	person: { readonly id: string; readonly name: string }
): SigningProblem | null {
	if (person.name.trim() === '') return 'name_missing';
	if (nextRole(minutes) !== role) return 'not_your_turn';
	return minutes.signatures.some(({ by }) => by.id === person.id) ? 'same_person' : null;
}

/** A decision of an earlier month with the month it was taken in. */
export interface FollowedDecision extends Decision {
	readonly month: Day;
}

/**
 * What a month has to answer for: every decision of the month before, and older ones that are not over.
 *
 * @param month first day of the month that follows up
 */
export function followedDecisions(
	all: Iterable<MonthMinutes>,
	month: Day
): readonly FollowedDecision[] {
	const before = shiftMonth(month, -1);
	return [...all]
		.filter((one) => one.month < month)
		.sort((a, b) => (a.month < b.month ? -1 : 1))
		.flatMap((one) =>
			one.decisions
				.filter(({ state }) => one.month === before || state === 'open' || state === 'started')
				.map((decision) => ({ ...decision, month: one.month }))
		);
}

/** How a decision stands on a day. */
export type DecisionStanding = 'done' | 'dropped' | 'overdue' | 'due_soon' | 'started' | 'open';

const soonDays = 7;

export function decisionStanding(
	{ state, due }: Pick<Decision, 'state' | 'due'>,
	today: Day
): { readonly standing: DecisionStanding; readonly days: number } {
	const days = Math.round((Date.parse(due) - Date.parse(today)) / 86_400_000);
	if (state === 'done' || state === 'dropped') return { standing: state, days };
	if (days < 0) return { standing: 'overdue', days: -days };
	return { standing: days <= soonDays ? 'due_soon' : state, days };
}
