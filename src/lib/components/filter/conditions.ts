import type { Filter } from '#lib/filter/filter.ts';
import type { LogState } from '#lib/filter/log-state.ts';
import type { Formats } from '#lib/format/formats.ts';
import * as m from '#lib/messages/generated/messages.js';
import { criteria } from './criteria.ts';

/** All conditions of a filter in words, but for its days; "all cases" where it has none. */
export function conditionsText(
	filter: Filter,
	f: Formats,
	log?: Pick<LogState, 'sources' | 'themeNames'> | null
): string {
	const texts = criteria(filter, [], f, log ?? undefined).map(({ text }) => text);
	if (filter.search) texts.push(m.own_search({ text: filter.search }));
	return texts.length === 0 ? m.own_all_cases() : texts.join(m.list_separator());
}
