import { caseFields, orderFields } from '#lib/measures/case-fields.ts';
import { fieldName, type NamedField } from './field-names.ts';
import * as m from './generated/messages.js';

/** Words for what the import finds, sets aside, asks and refuses. Codes come from the pipeline. */
type Facts = Readonly<Record<string, string | number>>;
type Said = Readonly<
	Record<'sheet' | 'column' | 'field' | 'zone' | 'source' | 'place' | 'found' | 'line', string>
>;

/** Why something was not done, with where it is wrong. `column`: how the reader knows a column position. */
export function problemText(
	{ code, facts }: { readonly code: string; readonly facts: Facts },
	column: (position: number) => string = (position) => String(position + 1)
): string {
	const say = problems[code] ?? problems.unexpected;
	const text = (name: string): string => String(facts[name] ?? '');
	return (
		say?.({
			sheet: text('sheet'),
			zone: text('zone'),
			source: text('source'),
			place: text('place'),
			found: text('found'),
			line: text('line'),
			field: fieldText(text('field')),
			column:
				typeof facts.column === 'number' && code !== 'mapping_does_not_fit'
					? column(facts.column)
					: text('column')
		}) ?? code
	);
}

/** A finding that counts rows: what it is, and how the load treats them. */
export function warningText(
	code: string,
	column: string | null,
	value = ''
): { readonly title: string; readonly treatment: string } {
	const words = warnings[code];
	if (!words)
		return {
			title: m.import_warning_unknown({ code }),
			treatment: m.import_warning_unknown_means()
		};
	return { title: words[0]({ column: column ?? '', value }), treatment: words[1]() };
}

/** Why a row was set aside. */
export function reasonText(code: string): string {
	return reasons[code]?.() ?? m.import_reason_unknown({ code });
}

export function hasWords(kind: 'problem' | 'warning' | 'reason', code: string): boolean {
	return code in { problem: problems, warning: warnings, reason: reasons }[kind];
}

/** A field in the reader's words; a name that is no field stays as it is. */
export function fieldText(field: string): string {
	return field in caseFields || field in orderFields ? fieldName(field as NamedField) : field;
}

const problems: Readonly<Record<string, (said: Said) => string>> = {
	empty_file: m.import_problem_empty_file,
	web_page: m.import_problem_web_page,
	not_a_table: m.import_problem_not_a_table,
	unreadable_workbook: m.import_problem_unreadable_workbook,
	no_such_sheet: m.import_problem_no_such_sheet,
	encrypted_workbook: m.import_problem_encrypted_workbook,
	binary_file: m.import_problem_binary_file,
	damaged_gzip: m.import_problem_damaged_gzip,
	no_rows: m.import_problem_no_rows,
	date_order: m.import_problem_date_order,
	field_missing: m.import_problem_field_missing,
	field_given_twice: m.import_problem_field_given_twice,
	time_without_format: m.import_problem_time_without_format,
	mapping_does_not_fit: m.import_problem_mapping_does_not_fit,
	mapping_file_json: m.import_problem_mapping_file_json,
	mapping_file_missing: m.import_problem_mapping_file_missing,
	mapping_file_unknown: m.import_problem_mapping_file_unknown,
	mapping_file_value: m.import_problem_mapping_file_value,
	mapping_file_twice: m.import_problem_mapping_file_twice,
	mapping_file_large: m.import_problem_mapping_file_large,
	mapping_file_several: m.import_problem_mapping_file_several,
	mapping_file_alone: m.import_problem_mapping_file_alone,
	unknown_zone: m.import_problem_unknown_zone,
	source_not_allowed: m.import_problem_source_not_allowed,
	disk_full: m.import_problem_disk_full,
	memory_short: m.import_problem_memory_short,
	no_such_file: m.import_problem_no_such_file,
	state_in_use: m.import_problem_state_in_use,
	no_such_load: m.import_problem_no_such_load,
	already_undone: m.import_problem_already_undone,
	no_such_suspicion: m.import_problem_no_such_suspicion,
	upload_gone: m.import_problem_upload_gone,
	upload_interrupted: m.import_problem_upload_interrupted,
	file_name_missing: m.import_problem_file_name_missing,
	no_file_chosen: m.import_problem_no_file_chosen,
	no_such_job: m.import_problem_no_such_job,
	server_gone: m.import_problem_server_gone,
	unexpected: m.import_problem_unexpected
};

const warnings: Readonly<
	Record<string, readonly [(said: { column: string; value: string }) => string, () => string]>
> = {
	negative_first_response: [
		m.import_warning_negative_first_response,
		m.import_warning_negative_first_response_means
	],
	negative_resolution: [
		m.import_warning_negative_resolution,
		m.import_warning_negative_resolution_means
	],
	stated_duration_differs: [
		m.import_warning_stated_duration_differs,
		m.import_warning_stated_duration_differs_means
	],
	closed_without_end: [
		m.import_warning_closed_without_end,
		m.import_warning_closed_without_end_means
	],
	repeated_time: [m.import_warning_repeated_time, m.import_warning_repeated_time_means],
	day_month_swapped: [m.import_warning_day_month_swapped, m.import_warning_day_month_swapped_means],
	out_of_range: [m.import_warning_out_of_range, m.import_warning_out_of_range_means],
	lost_digits: [m.import_warning_lost_digits, m.import_warning_lost_digits_means],
	unmatched_value: [m.import_warning_unmatched_value, m.import_warning_unmatched_value_means],
	identical_rows: [m.import_warning_identical_rows, m.import_warning_identical_rows_means],
	duplicate_id_same: [m.import_warning_duplicate_id_same, m.import_warning_duplicate_id_same_means],
	duplicate_id_differs: [
		m.import_warning_duplicate_id_differs,
		m.import_warning_duplicate_id_differs_means
	],
	summed_rows: [m.import_warning_summed_rows, m.import_warning_summed_rows_means],
	destroyed_letters: [m.import_warning_destroyed_letters, m.import_warning_destroyed_letters_means],
	preamble: [m.import_warning_preamble, m.import_warning_preamble_means],
	header_mended: [m.import_warning_header_mended, m.import_warning_header_mended_means],
	header_width: [m.import_warning_header_width, m.import_warning_header_width_means],
	duplicate_headers: [m.import_warning_duplicate_headers, m.import_warning_duplicate_headers_means],
	blank_records: [m.import_warning_blank_records, m.import_warning_blank_records_means],
	stray_quotes: [m.import_warning_stray_quotes, m.import_warning_stray_quotes_means],
	cut_differently: [m.import_warning_cut_differently, m.import_warning_cut_differently_means],
	doubled_quotes: [m.import_warning_doubled_quotes, m.import_warning_doubled_quotes_means],
	nul_bytes: [m.import_warning_nul_bytes, m.import_warning_nul_bytes_means],
	short_records_filled: [
		m.import_warning_short_records_filled,
		m.import_warning_short_records_filled_means
	],
	encoding_changed: [m.import_warning_encoding_changed, m.import_warning_encoding_changed_means],
	encoding_doubtful: [m.import_warning_encoding_doubtful, m.import_warning_encoding_doubtful_means],
	long_numbers: [m.import_warning_long_numbers, m.import_warning_long_numbers_means],
	error_cells: [m.import_warning_error_cells, m.import_warning_error_cells_means],
	merged_cells_filled: [
		m.import_warning_merged_cells_filled,
		m.import_warning_merged_cells_filled_means
	],
	time_not_understood: [
		m.import_warning_time_not_understood,
		m.import_warning_time_not_understood_means
	],
	flag_turned: [m.import_warning_flag_turned, m.import_warning_flag_turned_means],
	time_formats: [m.import_warning_time_formats, m.import_warning_time_formats_means],
	date_orders_mixed: [m.import_warning_date_orders_mixed, m.import_warning_date_orders_mixed_means],
	duration_unit_unknown: [
		m.import_warning_duration_unit_unknown,
		m.import_warning_duration_unit_unknown_means
	],
	score_below_scale: [m.import_warning_score_below_scale, m.import_warning_score_below_scale_means],
	score_above_scale: [m.import_warning_score_above_scale, m.import_warning_score_above_scale_means]
};

const reasons: Readonly<Record<string, () => string>> = {
	too_few_fields: m.import_reason_too_few_fields,
	too_many_fields: m.import_reason_too_many_fields,
	unclosed_quote: m.import_reason_unclosed_quote,
	stray_quote: m.import_reason_stray_quote,
	undecodable: m.import_reason_undecodable,
	totals_row: m.import_reason_totals_row,
	repeated_header: m.import_reason_repeated_header,
	other_table: m.import_reason_other_table,
	truncated: m.import_reason_truncated,
	no_case_no: m.import_reason_no_case_no,
	no_received_time: m.import_reason_no_received_time,
	unknown_case: m.import_reason_unknown_case,
	no_value: m.import_reason_no_value,
	unreadable_time: m.import_reason_unreadable_time,
	unreadable_number: m.import_reason_unreadable_number,
	unreadable_count: m.import_reason_unreadable_count,
	unreadable_score: m.import_reason_unreadable_score,
	unreadable_nps: m.import_reason_unreadable_nps,
	unreadable_flag: m.import_reason_unreadable_flag,
	unreadable_minutes: m.import_reason_unreadable_minutes
};
