import type { Filter } from '#lib/filter/filter.ts';
import { selectionKey } from '#lib/filter/selection-key.ts';
import { improvementPhases } from '#lib/server/improvement/marks.ts';
import { baselines, phases, type Baseline, type Phase } from '#lib/server/record/control-limits.ts';

/** What people said of the limits of one chart. */
export interface ChartLimits {
	readonly phases: readonly Phase[];
	readonly baseline: Baseline | null;
}

/** What people, and improvements they closed, said of the limits of a measure's charts, by selection. */
export async function limitsOf(measure: string): Promise<(selection: Filter) => ChartLimits> {
	const [said, ofImprovements, allBaselines] = await Promise.all([
		phases(),
		improvementPhases(),
		baselines()
	]);
	const allPhases = [...said, ...ofImprovements].sort((a, b) => (a.day < b.day ? -1 : 1));
	return (filter) => {
		const key = selectionKey(filter);
		const isOf = (subject: { readonly measure: string; readonly selection: string }): boolean =>
			subject.measure === measure && subject.selection === key;
		return { phases: allPhases.filter(isOf), baseline: allBaselines.find(isOf) ?? null };
	};
}
