import { pointsAtHand } from '#lib/improvement/baseline-points.ts';
import type { Improvement } from '#lib/improvement/improvement.ts';
import type { GateFacts } from '#lib/improvement/plan-gaps.ts';
import { standingOf } from '#lib/improvement/verdict-standing.ts';
import type { Person } from '#lib/server/access/person.ts';
import { checkOf, type PlanCheck } from '#lib/server/questions/improvement-check.ts';
import { sharedCases, type SharedCases } from '#lib/server/questions/improvement-shared.ts';

/** A check, and while the plan is open the cases its comparison group shares with those meant. */
export type CheckNow = PlanCheck & { readonly shared: SharedCases | null };

/** The plan of an improvement held against the data. */
export async function checkNow(
	person: Person,
	{ plan, version, locked }: Improvement,
	signal?: AbortSignal
): Promise<CheckNow> {
	const [check, shared] = await Promise.all([
		checkOf(person, plan, version, signal),
		locked ? null : sharedCases(person, plan, signal)
	]);
	return { ...check, shared };
}

/** What the gates need of the data. */
export function factsOf(
	{ plan, verdict }: Improvement,
	{ verdict: now, firstDay, shared }: CheckNow
): GateFacts {
	return {
		...(firstDay !== null && { pointsAtHand: pointsAtHand(plan, firstDay) }),
		...(now && { baselineValue: now.primary.values.before }),
		comparisonSame: shared?.identical ?? false,
		verdictOutdated: verdict !== null && standingOf(verdict.verdict, now) === 'removed'
	};
}
