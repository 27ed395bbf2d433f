import type { Encoding, Form, Mapping, Reading, Target } from './mapping.ts';

/** A finding as a code with its facts; the words are made where it is shown. */
export interface Finding {
	readonly code: string;
	readonly facts: Readonly<Record<string, string | number>>;
}

/** A finding that a count of rows hangs on; `column` is a position. */
export interface Warning extends Finding {
	readonly column?: number;
	readonly count: number;
}

export const refusalCodes = [
	'empty_file',
	'web_page',
	'not_a_table',
	'unreadable_workbook',
	'no_such_sheet',
	'encrypted_workbook',
	'binary_file',
	'damaged_gzip'
] as const;
export interface Refusal {
	readonly code: (typeof refusalCodes)[number];
	readonly facts: Readonly<Record<string, string | number>>;
}

export interface EncodingChoice {
	readonly encoding: Encoding;
	/** `bom`, `strict`, `evidence`, `chosen` by a person, `ascii`. */
	readonly by: 'bom' | 'strict' | 'ascii' | 'evidence' | 'chosen';
	/** Likelihood in words of counts: `common_share`, `invalid`, `multi_byte` per candidate. */
	readonly evidence: readonly Finding[];
}

export interface ColumnProposal {
	readonly position: number;
	/** As it stands; null without header. */
	readonly header: string | null;
	/** Unique within the file: `Date`, `Date (2)`, `column 1`. */
	readonly name: string;
	readonly target: Target;
	/** 0–1; below 0.5 the target is `extra`. */
	readonly confidence: number;
	readonly form?: Form;
	/** First distinct values, at most six, as they stand. */
	readonly samples: readonly string[];
	readonly filledShare: number;
	readonly evidence: readonly Finding[];
	readonly problems: readonly Warning[];
}

/** Something only a person can say; a load without the answer is refused. */
export interface Question {
	readonly code: 'date_order';
	readonly column: number;
	readonly choices: readonly {
		readonly value: 'day-first' | 'month-first';
		readonly consequences: readonly Finding[];
	}[];
}

export interface SheetChoice {
	readonly name: string;
	readonly hidden: boolean;
	/** Rows it has; null: more than were looked at. */
	readonly rows: number | null;
}

export interface Inspection {
	readonly format: 'text' | 'xlsx' | 'xls' | 'ods';
	readonly gzip: boolean;
	readonly encoding: EncodingChoice | null;
	/** Complete: what was detected, with what was asked for in its place. */
	readonly reading: Reading;
	readonly sheets: readonly SheetChoice[];
	/** The first lines as they stand, with their numbers. */
	readonly firstLines: readonly { readonly line: number; readonly text: string }[];
	readonly columns: readonly ColumnProposal[];
	/** The proposal as a mapping, ready to confirm. */
	readonly mapping: Mapping;
	readonly fingerprint: string | null;
	readonly questions: readonly Question[];
	readonly warnings: readonly Warning[];
	readonly refusal: Refusal | null;
	/** Records the proposal rests on; `whole`: they are all there are. */
	readonly sample: { readonly records: number; readonly whole: boolean };
}

export const rejectReasons = [
	'too_few_fields',
	'too_many_fields',
	'unclosed_quote',
	'stray_quote',
	'undecodable',
	'totals_row',
	'repeated_header',
	'other_table',
	'truncated'
] as const;
export type RejectReason = (typeof rejectReasons)[number];

/** A record that is not in the canonical file. `raw` is its text as decoded, all of it. */
export interface Reject {
	/** Physical line (row of a sheet) it starts on, from 1. */
	readonly line: number;
	readonly reason: RejectReason;
	readonly fields: number;
	readonly expected: number;
	readonly raw: string;
	/** Its fields, where it could be cut. */
	readonly cells?: readonly string[];
}
