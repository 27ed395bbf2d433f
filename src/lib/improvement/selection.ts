import { narrowed } from '#lib/filter/change.ts';
import type { Fact, Filter } from '#lib/filter/filter.ts';
import type { Dimension } from '#lib/measures/case-fields.ts';
import type { ChartedMeasure } from '#lib/measures/charted-measure.ts';

const ratingFacts: readonly Fact[] = ['satisfaction'];
const timeFacts: readonly Fact[] = ['resolution', 'resolution_or_open'];

/**
 * The cases a measure is to be followed in. What the measure itself tells apart is no criterion: among
 * late cases nothing can be in time, among the satisfied everybody is. Days are left out of a selection.
 */
export function selectionFor(filter: Filter, measure: ChartedMeasure): Filter {
	const { within: _, openOn: __, ...cases } = filter;
	// An own measure has its conditions with itself: they hold among whatever cases are followed.
	switch (measure) {
		case 'satisfaction_mean':
		case 'satisfied_share':
		case 'dissatisfied_share':
		case 'response_rate':
			return { ...lettingGo(cases, ratingFacts), scores: [] };
		case 'first_response_median':
			return without(lettingGo(cases, ['first_response']), [
				'firstResponse',
				'firstResponseWorking'
			]);
		case 'resolution_median':
			return {
				...without(lettingGo(cases, timeFacts), ['resolution', 'resolutionWorking']),
				states: []
			};
		case 'response_in_time':
			return withoutLimit(cases, 'first_response');
		case 'resolution_in_time':
			return withoutLimit(cases, 'resolved');
		case 'reopened_share':
			return lettingGo(cases, ['reopens_told']);
		case 'cost':
		case 'cost_per_case':
			return lettingGo(cases, ['cost']);
		default:
			return cases;
	}
}

/** The other values of a dimension: what would have happened anyway. Null where there are none. */
export function restOf(
	selection: Filter,
	dimension: Dimension,
	values: readonly (string | null)[]
): Filter | null {
	const chosen = selection.dimensions[dimension] ?? [];
	const others = values.map((value) => value ?? '').filter((value) => !chosen.includes(value));
	return chosen.length > 0 && others.length > 0 ? narrowed(selection, dimension, others) : null;
}

function lettingGo(filter: Filter, facts: readonly Fact[]): Filter {
	const kept = (list: readonly Fact[]) => list.filter((fact) => !facts.includes(fact));
	return { ...filter, having: kept(filter.having), lacking: kept(filter.lacking) };
}

function without(filter: Filter, keys: readonly (keyof Filter)[]): Filter {
	const kept = Object.entries(filter).filter(([key]) => !keys.includes(key as keyof Filter));
	return Object.fromEntries(kept) as unknown as Filter;
}

function withoutLimit(filter: Filter, stage: 'first_response' | 'resolved'): Filter {
	const { limits, ...others } = filter;
	if (!limits) return filter;
	const { [stage]: _, ...kept } = limits;
	return Object.keys(kept).length > 0 ? { ...others, limits: kept } : others;
}
