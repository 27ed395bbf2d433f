import { judgedStages } from '#lib/calendar/policy.ts';
import { dimensions } from '#lib/measures/case-fields.ts';
import type { DayRange, Filter } from '#lib/filter/filter.ts';

/**
 * A filter as `queries/schema/40_selection.sql` reads it. `days` are the resolved period (null: all
 * days), `sources` the logs the person may see; neither is taken from the filter itself.
 */
export function namedFilter(
	filter: Filter,
	days: DayRange | null,
	sources: readonly string[]
): Readonly<Record<string, unknown>> {
	return {
		since: days?.since,
		until: days?.until,
		within_since: filter.within?.since,
		within_until: filter.within?.until,
		source: sources,
		...Object.fromEntries(dimensions.map((name) => [name, listOrAll(filter.dimensions[name])])),
		score: listOrAll(filter.scores),
		state: listOrAll(filter.states),
		having: listOrAll(filter.having),
		lacking: listOrAll(filter.lacking),
		first_response_from: filter.firstResponse?.from,
		first_response_below: filter.firstResponse?.below,
		resolution_from: filter.resolution?.from,
		resolution_below: filter.resolution?.below,
		worked_to_response_from: filter.firstResponseWorking?.from,
		worked_to_response_below: filter.firstResponseWorking?.below,
		worked_to_resolution_from: filter.resolutionWorking?.from,
		worked_to_resolution_below: filter.resolutionWorking?.below,
		...Object.fromEntries(
			judgedStages.map((stage) => [`limit_${stage}`, listOrAll(filter.limits?.[stage])])
		),
		open_on: filter.openOn,
		load: filter.load,
		warning: filter.warning,
		search: filter.search,
		word: listOrAll(filter.words),
		theme: listOrAll(filter.themes),
		twins: filter.twins,
		extra_path: filter.extra && jsonPointer(filter.extra.key),
		extra_value: filter.extra?.value
	};
}

/** An empty list means that nothing was chosen, which is everything. */
function listOrAll<T>(values: readonly T[] | undefined): readonly T[] | undefined {
	return values && values.length > 0 ? values : undefined;
}

/** The one member of an object, whatever its name holds (RFC 6901). */
function jsonPointer(key: string): string {
	return `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
