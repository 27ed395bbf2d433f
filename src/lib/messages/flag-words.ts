import { caseFields, type CaseField } from '#lib/measures/case-fields.ts';
import { fieldName } from './field-names.ts';
import * as m from './generated/messages.js';

/**
 * What the import noticed about a case, in short: the key of a filter by warning in words. `flag` is a
 * code, `code:field` or `code:field:value`. Apart from import-words.ts, whose many words the frame of
 * every page need not carry.
 */
export function flagText(flag: string): string {
	const [code = '', field = '', ...value] = flag.split(':');
	const column = Object.hasOwn(caseFields, field) ? fieldName(field as CaseField) : field;
	return (
		words[code]?.({ column, value: value.join(':') }) ?? m.import_warning_unknown({ code: flag })
	);
}

const words: Readonly<Record<string, (said: { column: string; value: string }) => string>> = {
	negative_first_response: m.import_warning_negative_first_response,
	stated_duration_differs: m.import_warning_stated_duration_differs,
	negative_resolution: m.import_warning_negative_resolution,
	closed_without_end: m.import_warning_closed_without_end,
	destroyed_letters: m.import_warning_destroyed_letters,
	repeated_time: m.import_warning_repeated_time,
	day_month_swapped: m.import_warning_day_month_swapped,
	out_of_range: m.import_warning_out_of_range,
	lost_digits: m.import_warning_lost_digits,
	unmatched_value: m.import_warning_unmatched_value,
	identical_rows: m.import_warning_identical_rows,
	duplicate_id_same: m.import_warning_duplicate_id_same,
	duplicate_id_differs: m.import_warning_duplicate_id_differs
};
