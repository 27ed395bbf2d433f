import { pointsAtHand } from '#lib/improvement/baseline-points.ts';
import type { Improvement } from '#lib/improvement/improvement.ts';
import type { GateFacts } from '#lib/improvement/plan-gaps.ts';
import type { Verdict } from '#lib/improvement/verdict.ts';
import { signedPlan, standingOf } from '#lib/improvement/verdict-standing.ts';
import type { Person } from '#lib/server/access/person.ts';
import { checkOf, type PlanCheck } from '#lib/server/questions/improvement-check.ts';
import { sharedCases, type SharedCases } from '#lib/server/questions/improvement-shared.ts';

/** A check with what only its page and its gates ask. */
export type CheckNow = PlanCheck & {
	/** Cases its comparison group shares with those meant, while the plan is open. */
	readonly shared: SharedCases | null;
	/** What a signed verdict is held against: what the plan says today of the days it was signed of. */
	readonly compared: Verdict | null;
};

/** The plan of an improvement held against the data. */
export async function checkNow(
	person: Person,
	{ plan, version, locked, verdict: signed }: Improvement,
	signal?: AbortSignal
): Promise<CheckNow> {
	const then = signed && signedPlan(plan, signed.verdict);
	const [check, shared, compared] = await Promise.all([
		checkOf(person, plan, version, signal),
		locked ? null : sharedCases(person, plan, signal),
		then && then !== plan ? checkOf(person, then, version, signal) : null
	]);
	return { ...check, shared, compared: (compared ?? check).verdict };
}

/** What the gates need of the data. */
export function factsOf(
	{ plan, verdict }: Improvement,
	{ verdict: now, compared, firstDay, shared }: CheckNow
): GateFacts {
	return {
		...(firstDay !== null && { pointsAtHand: pointsAtHand(plan, firstDay) }),
		...(now && { baselineValue: now.primary.values.before }),
		comparisonSame: shared?.identical ?? false,
		verdictOutdated: verdict !== null && standingOf(verdict.verdict, compared) === 'removed'
	};
}
