import { foldValue } from '#lib/import/fold.ts';
import { mappingFaults, openQuestions } from '#lib/import/apply-choices.ts';
import { parseChoices, type Choices } from '#lib/import/choices.ts';
import type {
	ColumnProposal,
	EncodingChoice,
	Finding,
	Inspection
} from '#lib/import/inspection.ts';
import type { Mapping, Target } from '#lib/import/mapping.ts';
import type { Formats } from '#lib/format/formats.ts';
import * as m from '#lib/messages/generated/messages.js';
import {
	caseFields,
	contactFields,
	dimensions,
	orderFields,
	stages
} from '#lib/measures/case-fields.ts';

/** One file with what was found in it and what a person chose. */
export interface ImportView {
	readonly name: string;
	readonly bytes: number;
	/** The server has it whole. */
	readonly id: string | null;
	readonly inspection: Inspection;
	readonly saved: Mapping | null;
	/** The mapping file a person gave for it, and where it was made for other columns. */
	readonly given: { readonly name: string; readonly misfit: Finding | null } | null;
	readonly mapping: Mapping;
	readonly choices: Choices;
	readonly businessZone: string;
}

export function columnName({ inspection }: ImportView, position: number): string {
	return inspection.columns[position]?.name ?? String(position + 1);
}

/** Why the file cannot be loaded yet; null when it can. */
export function obstacle(view: ImportView): { questions: number; fault: Finding | null } | null {
	const { inspection, mapping } = view;
	if (inspection.refusal) return { questions: 0, fault: inspection.refusal };
	const [fault = null] = view.given?.misfit ? [view.given.misfit] : mappingFaults(mapping);
	const questions = openQuestions(inspection, mapping).length;
	return fault || questions > 0 ? { questions, fault } : null;
}

/**
 * Equal for files one mapping can serve: by the mapping file given with them, else by the header, without
 * one by the count of columns.
 */
export function likeness(
	{ fingerprint, columns, refusal }: Inspection,
	mappingFile?: string
): string | null {
	if (mappingFile !== undefined) return `mapping ${mappingFile}`;
	if (refusal || columns.length === 0) return null;
	return fingerprint ?? `without header, ${columns.length}`;
}

/** What a person chose in the form of the page. */
export function choicesOf(form: HTMLFormElement): Choices {
	const sent = new URLSearchParams();
	for (const [name, value] of new FormData(form))
		if (typeof value === 'string') sent.append(name, value);
	return parseChoices(sent);
}

/** Size of a file: 8.7 MB. */
export function sizeText(bytes: number, f: Formats): string {
	for (const [unit, size] of [
		['GB', 1e9],
		['MB', 1e6],
		['kB', 1e3]
	] as const)
		if (bytes >= size) return `${f.number(bytes / size, bytes >= size * 100 ? 0 : 1)} ${unit}`;
	return `${f.count(bytes)} B`;
}

export const encodingNames: Readonly<Record<string, string>> = {
	'utf-8': 'UTF-8',
	gb18030: 'GB18030',
	big5: 'Big5',
	'windows-1252': 'Windows-1252',
	'utf-16le': 'UTF-16 LE',
	'utf-16be': 'UTF-16 BE'
};

export function encodingEvidence({ by, encoding, evidence }: EncodingChoice, f: Formats): string {
	if (by === 'bom') return m.import_evidence_encoding_bom();
	if (by === 'strict') return m.import_evidence_encoding_strict();
	if (by === 'ascii') return m.import_evidence_encoding_ascii();
	if (by === 'chosen') return m.import_evidence_encoding_chosen();
	const found = evidence.find(({ facts }) => facts.encoding === encoding);
	if (found?.code === 'encoding_zeros') return m.import_evidence_encoding_zeros();
	return m.import_evidence_encoding_evidence({
		share: f.percent(Number(found?.facts.common_share ?? 0))
	});
}

/** Why a column is taken for what it is. */
export function columnEvidence(
	column: ColumnProposal,
	source: 'proposed' | 'chosen' | 'saved' | 'file',
	f: Formats
): string {
	if (source === 'chosen') return m.import_evidence_chosen();
	const parts = column.evidence.map((finding) => evidenceText(finding, f)).filter(Boolean);
	if (source === 'file') return m.import_evidence_file();
	if (source === 'saved') parts.unshift(m.import_evidence_saved());
	else if (parts.length === 0) parts.push(m.import_evidence_none());
	if (column.filledShare < 0.9995)
		parts.push(
			column.filledShare === 0
				? m.import_evidence_no_values()
				: m.import_evidence_empty_share({ share: f.percent(1 - column.filledShare) })
		);
	return [...new Set(parts)].join(m.list_separator());
}

function evidenceText({ code, facts }: Finding, f: Formats): string {
	switch (code) {
		case 'values_fit':
			return Number(facts.share) >= 0.9995
				? m.import_evidence_values_fit_all()
				: m.import_evidence_values_fit({ share: f.percent(Number(facts.share)) });
		case 'sibling_agrees':
			return m.import_evidence_sibling_agrees({ column: Number(facts.column) + 1 });
		case 'time_column':
			return m.import_evidence_time_column({ column: Number(facts.column) + 1 });
		case 'row_index':
			return m.import_evidence_row_index();
		case 'no_values':
			return m.import_evidence_no_values();
		case 'true_dates':
			return m.import_evidence_true_dates();
		case 'chosen':
			return m.import_evidence_chosen();
		case 'header_word':
			return m.import_evidence_header_word();
		default:
			return '';
	}
}

/** What an answer to the question of day or month would mean. */
export function consequenceText({ code, facts }: Finding, f: Formats): string {
	const rows = Number(facts.rows ?? 0);
	const counted = { count: rows, shown: f.count(rows) };
	if (code === 'range')
		return m.import_consequence_range({
			earliest: f.day(String(facts.earliest)),
			latest: f.day(String(facts.latest))
		});
	return code === 'before_received'
		? m.import_consequence_before_received(counted)
		: m.import_consequence_not_understood(counted);
}

/** Fields a column can be given, in groups. */
export function targetGroups(
	kind: Mapping['kind']
): readonly { readonly name: string; readonly targets: readonly Target[] }[] {
	if (kind === 'orders')
		return [{ name: m.imports_group_orders(), targets: Object.keys(orderFields) as Target[] }];
	const groups: { name: string; targets: Target[] }[] = [
		{ name: m.imports_group_case(), targets: ['case_no', 'order_no', 'narrative', 'customer'] },
		{
			name: m.imports_group_times(),
			targets: [...stages, 'first_response_minutes', 'resolution_minutes', 'handling_minutes']
		},
		{ name: m.imports_group_dimensions(), targets: [...dimensions] }
	];
	const satisfaction = (Object.keys(caseFields) as Target[]).filter(
		(name) => name.startsWith('satisfaction') || name === 'nps'
	);
	groups.push({ name: m.imports_group_satisfaction(), targets: satisfaction });
	groups.push({ name: m.imports_group_contact(), targets: [...contactFields] });
	const placed = new Set(groups.flatMap(({ targets }) => targets));
	groups.push({
		name: m.imports_group_facts(),
		targets: (Object.keys(caseFields) as Target[]).filter((name) => !placed.has(name))
	});
	return groups;
}

/** Samples worth a place: the first ones that differ. */
export function sampleText({ samples }: ColumnProposal): string {
	const shown: string[] = [];
	for (const sample of samples) {
		const text = sample.replace(/\s+/g, ' ').trim();
		if (text !== '' && !shown.some((other) => foldValue(other) === foldValue(text)))
			shown.push(text);
		if (shown.length === 3 || shown.join('').length > 24) break;
	}
	return shown.join('   ').slice(0, 80);
}
