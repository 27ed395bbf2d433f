import { nextDay } from '#lib/filter/codec.ts';
import { daysBetween } from '#lib/filter/period.ts';
import { unitOf, type ChartedMeasure } from '#lib/measures/charted-measure.ts';
import { baselinePoints, fewestBaselinePoints } from './baseline-points.ts';
import { checkKindOf } from './check-group.ts';
import { ownMethod } from './check-views.ts';
import { periodStart, periodsBefore } from './evidence-days.ts';
import type { Days, Method, Plan } from './plan.ts';

/** What a proposal rests on. */
export interface ProposalFacts {
	readonly measure: ChartedMeasure;
	/** First day of the log and the last it tells about. */
	readonly firstDay: string;
	readonly asOfDay: string;
	/** Days somebody pointed at. */
	readonly pointed: Days;
	/** Cases the measure counts in a week of the last year, on average. */
	readonly casesPerWeek: number;
}

/** What a plan begins with, and why. */
export interface Proposal {
	readonly step: Plan['step'];
	readonly casesPerWeek: number;
	/** Cases a week has to bring for weeks to tell. */
	readonly fewestAWeek: number;
	readonly baseline: Days | null;
	/** Whole periods that count in it. */
	readonly points: number;
	readonly trialLimits: boolean;
	/** Whole periods somebody pointed at, out of the baseline; null where these are most of it, or none. */
	readonly trigger: Days | null;
	/** More was pointed at than could be left out. */
	readonly pointedAtLong: boolean;
	readonly method: Method;
	readonly smallestChange: number;
}

/** Longer stretches are no bad days that opened a project but its present state. */
const longestTrigger = 184;
/** Periods of a year. */
const yearOf: Readonly<Record<Plan['step'], number>> = { week: 52, month: 12 };

/** Proposes how the effect is to be told. A step may be given; else weeks are proposed where they tell. */
export function propose(facts: ProposalFacts, given?: Plan['step']): Proposal {
	const { measure, casesPerWeek, pointed } = facts;
	const kind = checkKindOf(measure);
	const fewestAWeek = kind === 'rate' ? 10 : 30;
	const step = given ?? (casesPerWeek >= fewestAWeek ? 'week' : 'month');
	const long = daysBetween(pointed.since, pointed.until) > longestTrigger;
	const asked = baselineWindow(facts, step, long ? null : pointed);
	// Of a short log nearly all was pointed at: leaving it out would leave nothing to measure against.
	const pointedAtLong = long || isMostOf(asked, step);
	const window = pointedAtLong ? baselineWindow(facts, step, null) : asked;
	const counted = { baseline: window.baseline, excluded: excludedOf(window.trigger, ''), step };
	const points = baselinePoints(counted);
	return {
		step,
		casesPerWeek,
		fewestAWeek,
		...window,
		points,
		trialLimits: points < fewestBaselinePoints,
		pointedAtLong,
		method: ownMethod[kind],
		smallestChange: unitOf(measure) === 'share' ? 0.05 : 0.1
	};
}

/**
 * The last year of whole periods, longer by what is left out of it as far as the log reaches back. What
 * was pointed at is left out by whole periods.
 */
function baselineWindow(
	{ firstDay, asOfDay }: ProposalFacts,
	step: Plan['step'],
	pointed: Days | null
): Pick<Proposal, 'baseline' | 'trigger'> {
	const until = periodStart(nextDay(asOfDay), step);
	const start = periodStart(firstDay, step);
	const first = start < firstDay ? periodsBefore(start, step, -1) : start;
	const wanted = periodsBefore(until, step, yearOf[step]);
	const whole = pointed && {
		since: periodStart(pointed.since, step),
		until: ceiling(pointed.until, step)
	};
	const inside = whole && whole.since < until && whole.until > wanted ? whole : null;
	const trigger = inside && {
		since: inside.since < first ? first : inside.since,
		until: inside.until > until ? until : inside.until
	};
	const lost = trigger ? periodsIn(trigger, step) : 0;
	const longer = periodsBefore(wanted, step, lost);
	const since = longer < first ? first : longer;
	const baseline = since < until ? { since, until } : null;
	return {
		baseline,
		trigger: baseline && trigger && trigger.since < trigger.until ? trigger : null
	};
}

function isMostOf(
	{ baseline, trigger }: Pick<Proposal, 'baseline' | 'trigger'>,
	step: Plan['step']
): boolean {
	if (!baseline || !trigger) return false;
	return periodsIn(trigger, step) * 2 > periodsIn(baseline, step);
}

/** What is left out of the baseline, with the reason in words. */
export function excludedOf(trigger: Days | null, reason: string): Plan['excluded'] {
	return trigger ? [{ ...trigger, reason }] : [];
}

function periodsIn({ since, until }: Days, step: Plan['step']): number {
	let count = 0;
	for (let day = since; day < until; day = periodsBefore(day, step, -1)) count++;
	return count;
}

/** First day of the first period that begins on this day or after it. */
function ceiling(day: string, step: Plan['step']): string {
	const start = periodStart(day, step);
	return start < day ? periodsBefore(start, step, -1) : start;
}
