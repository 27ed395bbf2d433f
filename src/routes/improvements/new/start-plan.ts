import { baselinePoints, fewestBaselinePoints } from '#lib/improvement/baseline-points.ts';
import type { Plan } from '#lib/improvement/plan.ts';
import { excludedOf } from '#lib/improvement/propose.ts';
import { daySchema } from '#lib/improvement/shapes.ts';
import type { StartFacts } from '#lib/server/questions/improvement-start.ts';
import type { StartGiven } from './start-given.ts';

/** Why what was entered makes no plan. */
export type StartFormProblem =
	'since_unreadable' | 'since_too_late' | 'since_before_log' | 'smallest_unreadable';

export function givenIn(form: FormData): StartGiven {
	const text = (name: string): string => {
		const value = form.get(name);
		return typeof value === 'string' ? value.trim() : '';
	};
	return {
		theme: text('theme'),
		owner: text('owner'),
		team: text('team'),
		since: text('since'),
		leaveOut: form.has('leave_out'),
		comparison: text('comparison'),
		smallest: text('smallest'),
		trial: form.has('trial')
	};
}

/** Per cent or points as a share: "10" and "10%" are 0.1, also with a comma or in full width. */
function shareOf(text: string): number | null {
	const plain = text.normalize('NFKC').replace(/%$/, '').trim().replace(',', '.');
	if (!/^\d+(\.\d+)?$/.test(plain)) return null;
	const share = Number(plain) / 100;
	return share > 0 && share < 1 ? share : null;
}

/** The plan an improvement starts with: what was entered, the rest as it was proposed. */
export function planOf(
	facts: StartFacts,
	given: StartGiven,
	reason: string
): Plan | { readonly wrong: StartFormProblem } {
	const { proposal, measure, selection, comparisons, firstDay } = facts;
	const { step } = proposal;
	const smallestChange = shareOf(given.smallest);
	if (smallestChange === null) return { wrong: 'smallest_unreadable' };
	if (proposal.baseline && !daySchema.safeParse(given.since).success)
		return { wrong: 'since_unreadable' };
	if (proposal.baseline && given.since >= proposal.baseline.until)
		return { wrong: 'since_too_late' };
	if (proposal.baseline && given.since < firstDay) return { wrong: 'since_before_log' };
	const baseline = proposal.baseline && { ...proposal.baseline, since: given.since };
	const excluded = given.leaveOut ? excludedOf(proposal.trigger, reason) : [];
	const short = baselinePoints({ baseline, excluded, step }) < fewestBaselinePoints;
	return {
		theme: given.theme.slice(0, 400),
		owner: given.owner.slice(0, 80),
		team: given.team.slice(0, 80),
		sponsor: '',
		problem: '',
		presentState: '',
		measure,
		selection,
		comparison: comparisons.find(({ dimension }) => dimension === given.comparison)?.key ?? '',
		step,
		method: proposal.method,
		baseline,
		excluded,
		trialLimits: short && given.trial,
		target: null,
		targetOn: null,
		smallestChange,
		effectiveOn: null,
		transitionDays: 0,
		checkOn: null,
		cost: null,
		benefit: null
	};
}
