import type { Formats } from '#lib/format/formats.ts';
import { rangeText } from '#lib/components/share-words.ts';
import type { ItemVerdict } from '#lib/audit/audit.ts';
import type { ShareFound } from '#lib/audit/results.ts';
import * as m from '#lib/messages/generated/messages.js';

/** "17 % (5 % to 40 %)", or a dash where nothing was looked at. */
export function shareWithRange(f: Formats, found: ShareFound | null): string {
	if (found?.share == null) return '–';
	const range = rangeText(found.interval, (share) => f.percent(share));
	return m.audit_share_range({ share: f.percent(found.share), range });
}

export const verdictWords: Readonly<Record<ItemVerdict, () => string>> = {
	conforms: m.audit_conforms,
	does_not: m.audit_does_not,
	not_applicable: m.audit_not_applicable
};
