import { isOverdue, type DueFacts, type DueImprovement } from './due.ts';
import type { Improvement } from './improvement.ts';
import { combined } from './portfolio.ts';
import { isOverridden } from './verdict-standing.ts';
import type { Avoided, Outcome } from './verdict.ts';

/** The numbers of the sentence over the board. */
export interface BoardSummary {
	readonly running: number;
	readonly overdue: number;
	readonly closedThisYear: number;
	/** Of these the ones the data prove, whatever people decided beside. */
	readonly effective: number;
	/**
	 * Cases all closed ones avoided together, proven or not: adding up only the proven ones would count luck
	 * as gain. Not of those people judged against the data. Null where no verdict says.
	 */
	readonly avoided: Avoided | null;
}

export function boardSummary(all: readonly DueImprovement[], facts: DueFacts): BoardSummary {
	const running = all.filter(({ improvement }) => improvement.stage !== 'closed');
	const year = facts.today.slice(0, 4);
	const closed = all
		.map(({ improvement }) => improvement)
		.filter(({ closedAt }) => closedAt !== null && facts.dayOf(closedAt).slice(0, 4) === year);
	return {
		running: running.length,
		overdue: running.filter(isOverdue).length,
		closedThisYear: closed.length,
		effective: closed.filter(isProven).length,
		avoided: combined(
			closed.flatMap(({ verdict }) =>
				verdict && !isOverridden(verdict) ? (verdict.verdict.casesAvoided ?? []) : []
			)
		)
	};
}

/** Effective by its locked plan and the data, and not overridden since. */
function isProven(improvement: Improvement): boolean {
	return (
		improvement.verdict?.verdict.outcome === 'effective' &&
		outcomeInForce(improvement) === 'effective'
	);
}

/** What holds: the signed verdict, or what two people put over it; null before either. */
export function outcomeInForce({ verdict }: Improvement): Outcome | null {
	if (!verdict) return null;
	return verdict.override?.confirmedBy ? verdict.override.outcome : verdict.verdict.outcome;
}
