import { shiftDay } from '#lib/filter/codec.ts';
import { baselinePoints, fewestBaselinePoints } from '#lib/improvement/baseline-points.ts';
import { smallestFactor } from '#lib/improvement/plan-forms.ts';
import type { Plan } from '#lib/improvement/plan.ts';
import { excludedOf } from '#lib/improvement/propose.ts';
import { daySchema } from '#lib/improvement/shapes.ts';
import type { ChartedMeasure } from '#lib/measures/charted-measure.ts';
import type { StartFacts } from '#lib/server/questions/improvement-start.ts';
import type { StartGiven } from './start-given.ts';

/** Why what was entered makes no plan. */
export type StartFormProblem =
	| 'since_unreadable'
	| 'since_too_late'
	| 'since_before_log'
	| 'last_after_log'
	| 'smallest_unreadable';

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
		last: text('last'),
		leaveOut: form.has('leave_out'),
		comparison: text('comparison'),
		smallest: text('smallest'),
		trial: form.has('trial')
	};
}

/**
 * Per cent or points as a share: "10" and "10%" are 0.1, also with a comma or in full width. Of means a
 * number of their unit.
 */
function smallestOf(text: string, measure: ChartedMeasure): number | null {
	const plain = text.normalize('NFKC').replace(/%$/, '').trim().replace(',', '.');
	if (!/^\d+(\.\d+)?$/.test(plain)) return null;
	const factor = smallestFactor(measure);
	const value = Number(plain) / factor;
	return value > 0 && (factor === 1 || value < 1) ? value : null;
}

/** The plan an improvement starts with: what was entered, the rest as it was proposed. */
export function planOf(
	facts: StartFacts,
	given: StartGiven,
	reason: string
): Plan | { readonly wrong: StartFormProblem } {
	const { proposal, measure, selection, comparisons, firstDay, asOfDay } = facts;
	const { step } = proposal;
	const smallestChange = smallestOf(given.smallest, measure);
	if (smallestChange === null) return { wrong: 'smallest_unreadable' };
	const wrong = proposal.baseline && daysProblem(given, firstDay, asOfDay);
	if (wrong) return { wrong };
	const baseline = proposal.baseline && {
		since: given.since,
		until: shiftDay(given.last, 1)
	};
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

/** What is wrong with the days of a baseline as they were entered; null: nothing. */
function daysProblem(
	{ since, last }: Pick<StartGiven, 'since' | 'last'>,
	firstDay: string,
	asOfDay: string
): StartFormProblem | null {
	const isDay = (text: string): boolean => daySchema.safeParse(text).success;
	if (!isDay(since) || !isDay(last)) return 'since_unreadable';
	if (since > last) return 'since_too_late';
	if (since < firstDay) return 'since_before_log';
	return last > asOfDay ? 'last_after_log' : null;
}
