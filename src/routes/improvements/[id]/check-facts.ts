import { pointsAtHand } from '#lib/improvement/baseline-points.ts';
import type { Improvement } from '#lib/improvement/improvement.ts';
import type { GateFacts } from '#lib/improvement/plan-gaps.ts';
import { standingOf } from '#lib/improvement/verdict-standing.ts';
import type { Person } from '#lib/server/access/person.ts';
import { checkOf, type PlanCheck } from '#lib/server/questions/improvement-check.ts';

/** The plan of an improvement held against the data. */
export function checkNow(
	person: Person,
	{ plan, version }: Improvement,
	signal?: AbortSignal
): Promise<PlanCheck> {
	return checkOf(person, plan, version, signal);
}

/** What the gates need of the data. */
export function factsOf(
	{ plan, verdict }: Improvement,
	{ verdict: now, firstDay }: PlanCheck
): GateFacts {
	return {
		...(firstDay !== null && { pointsAtHand: pointsAtHand(plan, firstDay) }),
		...(now && { baselineValue: now.primary.values.before }),
		verdictOutdated: verdict !== null && standingOf(verdict.verdict, now) === 'removed'
	};
}
