import type { Dimension } from '#lib/measures/case-fields.ts';
import { emptyFilter, type Filter } from './filter.ts';

/** What a list of values chooses by: a dimension, or the log a case came from. */
export type Choosable = Dimension | 'source';

/** Values chosen of it; none chosen means any. */
export function chosenValues(filter: Filter, by: Choosable): readonly string[] {
	return (by === 'source' ? filter.sources : filter.dimensions[by]) ?? [];
}

/** The filter narrowed to these values of it ('' is the blank group of a dimension). */
export function narrowed(filter: Filter, by: Choosable, values: readonly string[]): Filter {
	if (by === 'source') return { ...filter, sources: values };
	return { ...filter, dimensions: { ...filter.dimensions, [by]: values } };
}

/** The filter without any choice of it. */
export function widened(filter: Filter, by: Choosable): Filter {
	if (by === 'source') return { ...filter, sources: [] };
	const { [by]: _, ...others } = filter.dimensions;
	return { ...filter, dimensions: others };
}

/** Same period and comparison, nothing else chosen. */
export function cleared(filter: Filter): Filter {
	return { ...emptyFilter, period: filter.period, comparison: filter.comparison };
}
