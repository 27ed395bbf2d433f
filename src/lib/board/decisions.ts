import { isOverdue, type DueImprovement, type DueState } from '#lib/improvement/due.ts';
import type { DutyKind } from '#lib/improvement/duties.ts';
import { runningOn, type RunningImprovement } from './running.ts';
import type { Tile } from './tile.ts';

/** Answers only a person with a say can give, whoever does the work. */
const answers = ['approve', 'sign_verdict', 'confirm_override', 'decide_loss'] as const;
export type Answer = (typeof answers)[number];

/** States in which an answer can and should be given today. */
const due: readonly DueState[] = ['overdue', 'today', 'ready'];

/** One thing that needs a decision now. */
export type Decision =
	/** A measure turned for the worse and nobody works on it. */
	| { readonly kind: 'signal'; readonly tile: Omit<Tile, 'spark'> }
	/** An improvement waits for a word. */
	| {
			readonly kind: 'answer';
			readonly answer: Answer;
			readonly improvement: RunningImprovement;
			readonly daysLate: number;
	  }
	/** Improvements that are late with something else. */
	| { readonly kind: 'overdue'; readonly improvements: readonly RunningImprovement[] };

/**
 * What needs a decision now, the most pressing first: signals of all cases, answers that are asked for,
 * improvements that are late, signals of single departments.
 *
 * @param tiles of all cases and of departments
 */
export function decisionsOf(
	tiles: readonly Tile[],
	improvements: readonly DueImprovement[]
): readonly Decision[] {
	const signals = tiles.filter(
		({ variation, measure, scope }) =>
			variation === 'worsening' &&
			runningOn(
				improvements.map(({ improvement }) => improvement),
				scope,
				measure
			).length === 0
	);
	const asked = improvements.flatMap((one) =>
		one.due.flatMap(({ kind, state, daysLate }): Decision[] =>
			isAnswer(kind) && due.includes(state)
				? [{ kind: 'answer', answer: kind, improvement: named(one), daysLate }]
				: []
		)
	);
	const waitForAnswer = new Set(
		asked.flatMap((decision) => (decision.kind === 'answer' ? decision.improvement.number : []))
	);
	const late = improvements
		.filter(isOverdue)
		.map(named)
		.filter(({ number }) => !waitForAnswer.has(number));
	const signal = ({ spark: _, ...tile }: Tile): Decision => ({ kind: 'signal', tile });
	return [
		...signals.filter(({ scope }) => scope === null).map(signal),
		...asked.sort((one, other) => lateness(other) - lateness(one)),
		...(late.length > 0 ? [{ kind: 'overdue', improvements: late } as const] : []),
		...signals.filter(({ scope }) => scope !== null).map(signal)
	];
}

/** An improvement as the board names it. */
export function named(one: DueImprovement): RunningImprovement {
	const { number, plan } = one.improvement;
	return { number, theme: plan.theme, overdue: isOverdue(one) };
}

function isAnswer(kind: DutyKind): kind is Answer {
	return answers.some((answer) => answer === kind);
}

function lateness(decision: Decision): number {
	return decision.kind === 'answer' ? decision.daysLate : 0;
}
