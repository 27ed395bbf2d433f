import type { TargetScope } from '#lib/measures/target.ts';
import { dimensions } from '#lib/measures/case-fields.ts';
import { narrowed } from './change.ts';
import { emptyFilter, type Filter } from './filter.ts';
import { selectionKey } from './selection-key.ts';

/**
 * Of which cases a target would have to be said to hold for a filter, whatever its days: null for all cases,
 * undefined where no target can be said of such cases, as of two departments or of dissatisfied customers.
 */
export function targetScopeOf(filter: Filter): TargetScope | null | undefined {
	const key = selectionKey(filter);
	if (key === selectionKey(emptyFilter)) return null;
	const [dimension, ...others] = dimensions.filter(
		(name) => (filter.dimensions[name]?.length ?? 0) > 0
	);
	const [value, ...more] = (dimension && filter.dimensions[dimension]) ?? [];
	if (!dimension || others.length > 0 || value === undefined || more.length > 0) return undefined;
	return key === selectionKey(inScope(emptyFilter, { dimension, value }))
		? { dimension, value }
		: undefined;
}

/** The filter narrowed to the cases of a target. */
export function inScope(filter: Filter, scope: TargetScope | null): Filter {
	return scope ? narrowed(filter, scope.dimension, [scope.value]) : filter;
}
