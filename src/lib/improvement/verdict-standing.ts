import type { SignedVerdict } from './improvement.ts';
import type { Plan } from './plan.ts';
import type { Outcome, Verdict } from './verdict.ts';

/**
 * How a signed verdict stands to what the same plan says of the data there are now: `removed` where cases
 * it counted are gone, `changed` where the outcome is another one, `holds` otherwise.
 */
export type VerdictStanding = 'holds' | 'changed' | 'removed';

/** Two people hold something else than was computed: what the data show is then told apart from what holds. */
export function isOverridden({
	verdict,
	override
}: Pick<SignedVerdict, 'verdict' | 'override'>): boolean {
	return override?.confirmedBy != null && override.outcome !== verdict.outcome;
}

/**
 * The plan over the days a verdict was signed of. One signed before plans fixed their window looked at all
 * there were that day: held against the check date, it would seem changed by days it had counted itself.
 */
export function signedPlan(
	plan: Plan,
	{ judgedUntil, asOfDay }: Pick<Verdict, 'judgedUntil' | 'asOfDay'>
): Plan {
	return judgedUntil === undefined ? { ...plan, checkOn: asOfDay } : plan;
}

/** @param now what `signedPlan` says today; null where nothing can be worked out any more */
export function standingOf(
	signed: Pick<Verdict, 'outcome' | 'asOfDay' | 'primary'>,
	now: {
		readonly outcome: Outcome;
		readonly asOfDay: string;
		readonly primary: Verdict['primary'];
	} | null
): VerdictStanding {
	if (!now) return 'removed';
	const [then, today] = [signed.primary.values, now.primary.values];
	// Days only come to a log; cases that were counted and are not there any more were taken out.
	if (
		today.beforeCases < then.beforeCases ||
		today.afterCases < then.afterCases ||
		now.asOfDay < signed.asOfDay
	)
		return 'removed';
	return now.outcome === signed.outcome ? 'holds' : 'changed';
}
