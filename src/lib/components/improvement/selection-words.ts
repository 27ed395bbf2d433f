import { criteria } from '#lib/components/filter/criteria.ts';
import { parseFilter } from '#lib/filter/codec.ts';
import type { Filter } from '#lib/filter/filter.ts';
import type { Formats } from '#lib/format/formats.ts';
import * as m from '#lib/messages/generated/messages.js';

/** The filter a plan's query text means. */
export function filterOf(query: string): Filter {
	return parseFilter(new URLSearchParams(query)).filter;
}

/** Which cases a plan's query text means, in words. */
export function selectionText(query: string, f: Formats): string {
	const texts = criteria(filterOf(query), [], f).map(({ text }) => text);
	return texts.length === 0 ? m.improvement_selection_all() : texts.join(m.clause_separator());
}
