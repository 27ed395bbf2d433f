import { formatFilter } from './codec.ts';
import { emptyFilter, type Filter } from './filter.ts';

/** Which cases a filter means whatever the days: what a baseline or a phase is said of. */
export function selectionKey(filter: Filter): string {
	const { period, comparison } = emptyFilter;
	const { within: _, openOn: __, ...choice } = filter;
	return formatFilter({ ...choice, period, comparison }).toString();
}
