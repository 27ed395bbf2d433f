import { checkKindOf } from '#lib/improvement/check-group.ts';
import type { Plan } from '#lib/improvement/plan.ts';
import type { PlanCheck } from '#lib/server/questions/improvement-check.ts';

/** A check as the page takes it: what is drawn and said of it, without what only the computation needs. */
export function shownCheck({ chart, ...check }: PlanCheck, measure: Plan['measure']) {
	return {
		...check,
		/** What the verdict counts: times case by case, all else by period. */
		query: checkKindOf(measure) === 'time' ? 'improvement/times' : 'control/periods',
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
