import { having, withLimitPassed } from '#lib/filter/change.ts';
import type { Fact, Filter } from '#lib/filter/filter.ts';
import type { Outcome } from '#lib/measures/driver-measures.ts';
import * as m from '#lib/messages/generated/messages.js';

export const outcomeNames: Readonly<Record<Outcome, () => string>> = {
	dissatisfied: m.drivers_outcome_dissatisfied,
	breached: m.drivers_outcome_breached,
	reopened: m.drivers_outcome_reopened,
	upheld: m.drivers_outcome_upheld,
	costly: m.drivers_outcome_costly
};

const told: Readonly<Record<Exclude<Outcome, 'breached'>, Fact>> = {
	dissatisfied: 'satisfaction',
	reopened: 'reopens_told',
	upheld: 'clear_finding',
	costly: 'cost'
};

/** Cases the outcome can be told of. */
export function outcomeToldOf(filter: Filter, outcome: Outcome): Filter {
	return outcome === 'breached'
		? withLimitPassed(filter, 'resolved')
		: having(filter, told[outcome]);
}

/** Cases that have the outcome; null where no filter says so. */
export function outcomeFilter(filter: Filter, outcome: Outcome): Filter | null {
	if (outcome === 'breached')
		return { ...filter, limits: { ...filter.limits, resolved: ['breached', 'open_late'] } };
	return outcome === 'dissatisfied'
		? {
				...filter,
				scores:
					filter.scores.length > 0
						? filter.scores.filter((score) => score === 1 || score === 2)
						: [1, 2]
			}
		: null;
}
