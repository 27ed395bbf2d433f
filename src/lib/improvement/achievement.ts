import { measureKey } from '#lib/measures/charted-measure.ts';
import { categoriesOf } from './board-choices.ts';
import { sustainDays, type Improvement, type SustainDays } from './improvement.ts';
import { isOverridden } from './verdict-standing.ts';
import { outcomes, type Avoided, type Outcome } from './verdict.ts';

/**
 * How an improvement ended, as far as it has: its verdict, one that two people put over what was computed,
 * none yet, or given up.
 */
export const endings = [...outcomes, 'overridden', 'none', 'cancelled'] as const;
export type Ending = (typeof endings)[number];

/** What one improvement came to. */
export interface Achievement {
	readonly id: string;
	readonly number: string;
	readonly theme: string;
	readonly team: string;
	/** Categories its selection names; none: it concerns all. */
	readonly categories: readonly string[];
	/** Year it was started in. */
	readonly year: string;
	readonly ending: Ending;
	/** What holds, and what was computed: two people may have put the one over the other. */
	readonly outcome: Outcome | null;
	readonly computed: Outcome | null;
	readonly casesAvoided: Avoided | null;
	readonly costAvoided: Avoided | null;
	/** Planned, in money; null where the plan says none. */
	readonly cost: number | null;
	readonly benefit: number | null;
	/** Days from the start to the first day the countermeasures worked; null where they worked before it. */
	readonly daysToEffective: number | null;
	/** Days from then to the signature under the verdict. */
	readonly daysToVerdict: number | null;
	/** Whether the gain was still there; null: not checked yet. */
	readonly held: Readonly<Record<SustainDays, boolean | null>>;
	/** What is measured of which cases: two with the same count the same cases. */
	readonly subject: string;
}

/**
 * What an improvement came to. Its verdict is that of its current version: one under an earlier plan is
 * history.
 *
 * @param dayOf the day of an instant in the business zone
 */
export function achievementOf(
	improvement: Improvement,
	dayOf: (epoch: number) => string
): Achievement {
	const { id, number, plan, verdict: signed, cancelled, startedAt, sustain } = improvement;
	const computed = signed?.verdict.outcome ?? null;
	const overridden = signed !== null && isOverridden(signed);
	const started = dayOf(startedAt);
	const days = plan.effectiveOn ? daysBetween(started, plan.effectiveOn) : null;
	const held = Object.fromEntries(
		sustainDays.map((after) => [
			after,
			sustain.findLast(({ days }) => days === after)?.held ?? null
		])
	) as Achievement['held'];
	return {
		id,
		number,
		theme: plan.theme,
		team: plan.team,
		categories: categoriesOf(improvement),
		year: started.slice(0, 4),
		ending: cancelled !== null ? 'cancelled' : overridden ? 'overridden' : (computed ?? 'none'),
		outcome: overridden ? (signed.override?.outcome ?? null) : computed,
		computed,
		casesAvoided: signed?.verdict.casesAvoided ?? null,
		costAvoided: signed?.verdict.costAvoided ?? null,
		cost: plan.cost,
		benefit: plan.benefit,
		daysToEffective: days !== null && days >= 0 ? days : null,
		daysToVerdict:
			signed && plan.effectiveOn
				? Math.max(0, daysBetween(plan.effectiveOn, dayOf(signed.signedAt)))
				: null,
		held,
		subject: `${measureKey(plan.measure)} ${plan.selection}`
	};
}

/** True for those with a verdict: what the portfolio adds up. */
export function isJudged({ ending }: Pick<Achievement, 'ending'>): boolean {
	return ending !== 'none' && ending !== 'cancelled';
}

/** Judged, and what holds is what was computed. */
export function isShown(one: Pick<Achievement, 'ending'>): boolean {
	return isJudged(one) && one.ending !== 'overridden';
}

function daysBetween(from: string, to: string): number {
	return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
