import type { Dimension } from '#lib/measures/case-fields.ts';
import { emptyFilter, type Filter } from './filter.ts';

/** The filter with one dimension narrowed to these values ('' is the blank group). */
export function narrowed(filter: Filter, dimension: Dimension, values: readonly string[]): Filter {
	return { ...filter, dimensions: { ...filter.dimensions, [dimension]: values } };
}

/** The filter without any choice of this dimension. */
export function widened(filter: Filter, dimension: Dimension): Filter {
	const { [dimension]: _, ...others } = filter.dimensions;
	return { ...filter, dimensions: others };
}

/** Same period and comparison, nothing else chosen. */
export function cleared(filter: Filter): Filter {
	return {
		...emptyFilter,
		period: filter.period,
		comparison: filter.comparison,
		sources: filter.sources
	};
}
