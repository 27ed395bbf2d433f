import { driverGroups } from '#lib/measures/driver-groups.ts';
import { outcomeNeeds, outcomes, type Outcome } from '#lib/measures/driver-measures.ts';
import { associations, type Associations } from '#lib/measures/outcome-association.ts';
import { ask } from './ask.ts';
import { groups } from './drivers.ts';
import type { Scope } from './scope.ts';

export interface AssociationFacts extends Associations {
	readonly outcome: Outcome;
	/** Outcomes the log can tell of. */
	readonly outcomes: readonly Outcome[];
}

const mostShown = 40;

/** What goes with a bad end; null without a case or a column that tells of any. */
export async function associationFacts(
	scope: Scope,
	wanted: string | null
): Promise<AssociationFacts | null> {
	const offered = outcomes.filter((name) => scope.columns.includes(outcomeNeeds[name]));
	const outcome = offered.find((name) => name === wanted) ?? offered[0];
	if (outcome === undefined || scope.log === null) return null;
	const rows = await ask(scope, groups, { measure: outcome });
	return { outcome, outcomes: offered, ...associations(driverGroups(rows, false), mostShown) };
}
