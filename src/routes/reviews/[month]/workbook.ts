import { workbookSheets } from '#lib/components/review/workbook-sheets.ts';
import type { Day } from '#lib/filter/filter.ts';
import { formats } from '#lib/format/formats.ts';
import type { Locale } from '#lib/format/locale.ts';
import * as m from '#lib/messages/generated/messages.js';
import { inLocale } from '#lib/messages/in-locale.ts';
import type { Person } from '#lib/server/access/person.ts';
import { peoplesDay } from '#lib/server/improvement/peoples-day.ts';
import { xlsxOfSheets } from '#lib/server/questions/sheets-xlsx.ts';
import { businessZone } from '#lib/server/state/state.ts';
import { changedSince, reviewNotes, toldReview } from './month-page.ts';

export interface Workbook {
	readonly name: string;
	readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A month's review as a workbook in a language; null where there is no such month or version. */
export async function workbookOf(
	person: Person,
	month: Day,
	locale: Locale,
	wanted: Parameters<typeof toldReview>[3] = {}
): Promise<Workbook | null> {
	const told = await toldReview(person, month, locale, wanted);
	if (!told) return null;
	const changed = await changedSince(person, told, locale, wanted.signal);
	return inLocale(locale, async () => {
		const f = formats(locale, businessZone());
		const differences = changed?.differences ?? [];
		const notes = reviewNotes(told, changed);
		const sheets = workbookSheets(f, { ...told, notes, differences, today: peoplesDay() });
		const number = `MR-${month.slice(0, 7)}${told.inForce ? '' : `-v${told.frozen?.version}`}`;
		const name = m.monthly_workbook_name({ number });
		return { name, bytes: await xlsxOfSheets(sheets) };
	});
}
