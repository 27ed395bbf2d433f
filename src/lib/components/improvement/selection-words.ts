import { criteria } from '#lib/components/filter/criteria.ts';
import { keptFilter } from '#lib/filter/codec.ts';
import type { Formats } from '#lib/format/formats.ts';
import * as m from '#lib/messages/generated/messages.js';

/** Which cases a plan's query text means, in words. */
export function selectionText(query: string, f: Formats): string {
	const texts = criteria(keptFilter(query), [], f).map(({ text }) => text);
	return texts.length === 0 ? m.improvement_selection_all() : texts.join(m.clause_separator());
}
