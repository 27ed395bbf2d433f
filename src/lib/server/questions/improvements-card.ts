import { categoriesOf, type BoardView } from '#lib/improvement/board-choices.ts';
import type { Refusal } from '#lib/improvement/commands.ts';
import type { DayLine, DueDuty, DueFacts, DueImprovement, MyDay } from '#lib/improvement/due.ts';
import { gateTo } from '#lib/improvement/gates.ts';
import type { Improvement, SustainDays } from '#lib/improvement/improvement.ts';
import type { Plan } from '#lib/improvement/plan.ts';
import { progressOf, type Progress } from '#lib/improvement/progress.ts';
import { stages, type Stage } from '#lib/improvement/stages.ts';
import { outcomeInForce } from '#lib/improvement/summary.ts';
import { timelineOf, type Timeline } from '#lib/improvement/timeline.ts';
import type { Effect, Outcome } from '#lib/improvement/verdict.ts';
import type { Person } from '#lib/server/access/person.ts';
import type { PlanTrend } from './improvement-trends.ts';

/** One improvement as the board shows it, without what only its own page needs. */
export interface BoardCard {
	readonly id: string;
	readonly number: string;
	readonly stage: Stage;
	readonly locked: boolean;
	readonly cancelled: boolean;
	readonly closedOn: string | null;
	readonly plan: Pick<
		Plan,
		'theme' | 'owner' | 'team' | 'measure' | 'target' | 'targetOn' | 'effectiveOn' | 'step'
	>;
	readonly categories: readonly string[];
	readonly overdue: boolean;
	/** The most pressing first. */
	readonly due: readonly DueDuty[];
	readonly progress: Progress | null;
	readonly verdict: CardVerdict | null;
	/** The gain was lost at this check, with the effect then. */
	readonly lost: { readonly days: SustainDays | null; readonly effect: Effect | null } | null;
	/** The stages beside its own, and why one is shut. */
	readonly moves: readonly Move[];
	readonly trend: CardTrend | null;
	readonly timeline: Timeline | null;
}

export interface CardVerdict {
	readonly outcome: Outcome;
	/** Two people put it over what was computed. */
	readonly overridden: boolean;
	readonly effect: Effect | null;
	readonly before: number | null;
	readonly afterCases: number;
	readonly morePeriods: number | null;
}

export interface Move {
	readonly to: Stage;
	readonly back: boolean;
	readonly shut: readonly Refusal[];
}

export interface CardTrend {
	readonly values: readonly (number | null)[];
	/** Place of the first period that counts as after; −1: none yet. */
	readonly after: number;
	readonly last: number | null;
}

export function cardOf(
	{ improvement, due }: DueImprovement,
	facts: DueFacts,
	person: Person,
	view: BoardView,
	trend: PlanTrend | null
): BoardCard {
	const { id, number, stage, locked, plan, cancelled, closedAt } = improvement;
	const { theme, owner, team, measure, target, targetOn, effectiveOn, step } = plan;
	return {
		id,
		number,
		stage,
		locked,
		cancelled: cancelled !== null,
		closedOn: closedAt === null ? null : facts.dayOf(closedAt),
		plan: { theme, owner, team, measure, target, targetOn, effectiveOn, step },
		categories: categoriesOf(improvement),
		overdue: due.some(({ state }) => state === 'overdue'),
		due,
		progress: progressOf(improvement, facts),
		verdict: verdictOf(improvement),
		lost: lossOf(improvement),
		moves: movesOf(improvement, person),
		trend: trend && cardTrend(trend),
		timeline: view === 'calendar' ? timelineOf(improvement, due, facts) : null
	};
}

function verdictOf(improvement: Improvement): CardVerdict | null {
	const outcome = outcomeInForce(improvement);
	if (!improvement.verdict || outcome === null) return null;
	const { verdict, override } = improvement.verdict;
	const { effect, values } = verdict.primary;
	return {
		outcome,
		overridden: override?.confirmedBy != null,
		effect,
		before: values.before,
		afterCases: values.afterCases,
		morePeriods: verdict.morePeriods
	};
}

function lossOf({ gainLost, sustain }: Improvement): BoardCard['lost'] {
	if (!gainLost) return null;
	const check = sustain.findLast(({ held }) => !held);
	return { days: check?.days ?? null, effect: check?.verdict.primary.effect ?? null };
}

function movesOf(improvement: Improvement, person: Person): readonly Move[] {
	if (improvement.stage === 'closed') return [];
	const at = stages.indexOf(improvement.stage);
	return [at + 1, at - 1].flatMap((place) => {
		const to = stages[place];
		// Back to the plan leads a revision, which has a page of its own.
		if (to === undefined || (place < at && to === 'plan')) return [];
		return [{ to, back: place < at, shut: gateTo(improvement, to, person) }];
	});
}

/** The whole periods: one that still runs would look like a change. */
function cardTrend({ values, side }: PlanTrend): CardTrend | null {
	const whole = values.flatMap((value, at) =>
		side[at] === 'partial' ? [] : [{ value, side: side[at] }]
	);
	const last = whole.findLast(({ value }) => value !== null)?.value ?? null;
	if (last === null) return null;
	return {
		values: whole.map(({ value }) => (value === null ? null : Number(value.toPrecision(5)))),
		after: whole.findIndex(
			(one) => one.side === 'transition' || one.side === 'after' || one.side === 'later'
		),
		last
	};
}

/** One line of my day. */
export interface ShownLine {
	readonly number: string;
	readonly theme: string;
	readonly duty: DueDuty;
	readonly outcome: Outcome | null;
}
export type DayList = Readonly<Record<keyof MyDay, readonly ShownLine[]>>;

export function dayLines({ overdue, today, soon }: MyDay): DayList {
	const shown = (lines: readonly DayLine[]) =>
		lines.map(({ improvement, duty }) => ({
			number: improvement.number,
			theme: improvement.plan.theme,
			duty,
			outcome: outcomeInForce(improvement)
		}));
	return { overdue: shown(overdue), today: shown(today), soon: shown(soon) };
}
