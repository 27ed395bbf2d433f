import { caseFields, type CaseField } from '#lib/measures/case-fields.ts';
import { fieldName } from '#lib/messages/field-names.ts';
import * as m from '#lib/messages/generated/messages.js';

/** What the import noticed about a row, in words. `flag` is a code, `code:field` or `code:field:value`. */
export function warningText(flag: string): string {
	const [code = '', name = '', ...rest] = flag.split(':');
	const field = Object.hasOwn(caseFields, name) ? fieldName(name as CaseField) : name;
	const word = words[code];
	return word ? word({ field, value: rest.join(':') }) : m.case_warning_other({ code: flag });
}

const words: Readonly<Record<string, (facts: { field: string; value: string }) => string>> = {
	negative_first_response: () => m.case_warning_negative_first_response(),
	negative_resolution: () => m.case_warning_negative_resolution(),
	closed_without_end: () => m.case_warning_closed_without_end(),
	destroyed_letters: () => m.case_warning_destroyed_letters(),
	repeated_time: m.case_warning_repeated_time,
	day_month_swapped: m.case_warning_day_month_swapped,
	out_of_range: m.case_warning_out_of_range,
	lost_digits: m.case_warning_lost_digits,
	unmatched_value: m.case_warning_unmatched_value,
	identical_rows: () => m.case_warning_identical_rows(),
	duplicate_id_same: () => m.case_warning_duplicate_id_same(),
	duplicate_id_differs: () => m.case_warning_duplicate_id_differs()
};
