import type { Filter } from '#lib/filter/filter.ts';
import type { OwnFilters } from '#lib/filter/own-filters.ts';
import type { Person } from '#lib/server/access/person.ts';
import { scopeOf, type Scope } from './scope.ts';

/** The scope with a second list of cases, which queries read as `selection_part`: on all days. */
export async function withPart(scope: Scope, part: Filter): Promise<Scope> {
	const { log } = await scopeOf(scope.person, part, scope.signal);
	if (scope.log === null || log === null) return scope;
	const filters = { ...scope.log.filters, part: log.filters.ever };
	return { ...scope, log: { ...scope.log, filters } };
}

/** What the two lists of an own measure are asked in; the filter of the scope is the basis. */
export async function ownScopeOf(
	person: Person,
	{ basis, part }: OwnFilters,
	signal?: AbortSignal
): Promise<Scope> {
	return withPart(await scopeOf(person, basis, signal), part);
}
