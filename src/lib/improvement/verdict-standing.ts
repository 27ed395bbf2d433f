import type { SignedVerdict } from './improvement.ts';
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

/** @param now what the plan says today; null where nothing can be worked out any more */
export function standingOf(
	signed: Pick<Verdict, 'outcome' | 'asOfDay' | 'primary' | 'judgedUntil'>,
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
		// Verdicts of open windows counted days that none counts any more.
		(signed.judgedUntil !== undefined && today.afterCases < then.afterCases) ||
		now.asOfDay < signed.asOfDay
	)
		return 'removed';
	return now.outcome === signed.outcome ? 'holds' : 'changed';
}
