import { dimensions } from '#lib/measures/case-fields.ts';
import { parseFilter } from './codec.ts';
import type { Filter } from './filter.ts';

/**
 * Whether two selections (`selectionKey`) can have cases in common: no dimension of which both name
 * values, and no two lists of sources, without a common one. What else they ask for is not compared, so
 * "yes" may still mean no case.
 */
export function mayShareCases(one: string, other: string): boolean {
	const [a, b] = [filterOf(one), filterOf(other)];
	const meet = (left: readonly string[] = [], right: readonly string[] = []): boolean =>
		left.length === 0 || right.length === 0 || left.some((value) => right.includes(value));
	return (
		meet(a.sources, b.sources) &&
		dimensions.every((name) => meet(a.dimensions[name], b.dimensions[name]))
	);
}

const filterOf = (selection: string): Filter => parseFilter(new URLSearchParams(selection)).filter;
