import type { Plan } from '#lib/improvement/plan.ts';
import { questionsOf } from '#lib/server/questions/improvement-group.ts';
import type { CheckNow } from './check-facts.ts';

/** A check as the page takes it: what is drawn and said of it, without what only the computation needs. */
export function shownCheck({ chart, ...check }: CheckNow, plan: Pick<Plan, 'measure' | 'step'>) {
	return {
		...check,
		/** What was asked of the data for the verdict's numbers. */
		questions: questionsOf(plan),
		lines: chart && {
			center: chart.judged.center,
			lower: chart.judged.lower,
			upper: chart.judged.upper
		},
		/** Places beyond the limits of their phase, or part of a pattern. */
		signals: chart?.patterns.flatMap(({ marked }) => marked) ?? []
	};
}
export type ShownCheck = ReturnType<typeof shownCheck>;
