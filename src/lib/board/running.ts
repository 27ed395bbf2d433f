import { keptFilter } from '#lib/filter/codec.ts';
import type { Improvement } from '#lib/improvement/improvement.ts';
import { measureKey, type ChartedMeasure } from '#lib/measures/charted-measure.ts';
import type { TargetScope } from '#lib/measures/target.ts';

/** An improvement as the board names it. */
export interface RunningImprovement {
	readonly number: string;
	readonly theme: string;
	readonly overdue: boolean;
}

/** Measures that tell of the same thing: an improvement followed by one of them works on the others. */
const sides: readonly (readonly string[])[] = [
	['complaint_rate', 'complaints'],
	['satisfied_share', 'dissatisfied_share', 'satisfaction_mean'],
	['first_response_median', 'response_in_time'],
	['resolution_median', 'resolution_in_time'],
	['cost', 'cost_per_case']
];

function sameSide(one: string, other: string): boolean {
	return one === other || sides.some((side) => side.includes(one) && side.includes(other));
}

type Subject = Pick<Improvement, 'plan' | 'stage'>;

/**
 * Improvements that are not closed and work on a measure of a scope: their plan is followed by it or by one
 * that tells of the same thing, and of a value of a dimension (a department) it names that value, or is
 * that team's. Without a measure: whatever they are followed by.
 */
export function runningOn<T extends Subject>(
	improvements: readonly T[],
	scope: TargetScope | null,
	measure?: ChartedMeasure
): readonly T[] {
	return improvements.filter(
		({ plan, stage }) =>
			stage !== 'closed' &&
			(measure === undefined || sameSide(measureKey(plan.measure), measureKey(measure))) &&
			(scope === null || names(plan, scope))
	);
}

function names(
	{ selection, team }: Improvement['plan'],
	{ dimension, value }: TargetScope
): boolean {
	const named = keptFilter(selection).dimensions[dimension] ?? [];
	return named.includes(value) || team.trim() === value;
}
