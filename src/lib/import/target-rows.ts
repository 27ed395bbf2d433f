import { dimensions, type Dimension } from '#lib/measures/case-fields.ts';
import { measures } from '#lib/measures/catalogue.ts';
import {
	hasTargets,
	measureKey,
	unitOf,
	type ChartedMeasure
} from '#lib/measures/charted-measure.ts';
import { controlMeasureIds } from '#lib/measures/control-measures.ts';
import type { MeasuredTarget } from '#lib/measures/target.ts';
import { csvRecords, type CsvRecord } from './csv-records.ts';
import { readTargetSpan, readTargetValue, type TargetTextProblem } from './target-text.ts';

export const targetColumns = ['measure', 'dimension', 'value', 'span', 'since', 'target'] as const;
type Column = (typeof targetColumns)[number];

export type TargetRowProblem =
	| TargetTextProblem
	| 'measure_unknown'
	| 'dimension_unknown'
	| 'value_missing'
	| 'dimension_missing'
	| 'span_unreadable'
	| 'said_twice';

type NewTarget = Omit<MeasuredTarget, 'id'>;

export interface BadTargetRow {
	/** Line of the file, counted from 1. */
	readonly line: number;
	readonly cells: readonly string[];
	readonly problem: TargetRowProblem;
	/** What could not be read. */
	readonly text: string;
}

export interface ReadTargets {
	/** Cells of the first line. */
	readonly header: readonly string[];
	readonly good: readonly { readonly line: number; readonly target: NewTarget }[];
	readonly bad: readonly BadTargetRow[];
	/** Columns the file lacks; nothing is read then. */
	readonly missing: readonly Column[];
}

/** Names a file may use besides ids: of measures (own ones by their ids too) and dimensions, as on the pages. */
export interface TargetNames {
	readonly measures: ReadonlyMap<string, ChartedMeasure>;
	readonly dimensions: ReadonlyMap<string, string>;
}

const headers: Readonly<Record<Column, readonly string[]>> = {
	measure: ['measure', '指标', '指標'],
	dimension: ['dimension', '维度', '維度', '范围', '範圍'],
	value: ['value', '取值', '值'],
	span: ['span', 'period', '周期', '週期', '期间', '期間'],
	since: ['since', 'start', '起始', '开始', '開始'],
	target: ['target', '目标', '目標', '目标值', '目標值']
};

/** Columns a file of targets of all cases can go without. */
const optional: readonly Column[] = ['dimension', 'value', 'span'];

/** The targets of a CSV file: every row is either read or told with its line and reason. */
export function readTargetRows(text: string, names: TargetNames): ReadTargets {
	const [head, ...records] = csvRecords(text);
	const places = new Map<Column, number>();
	for (const column of targetColumns) {
		const at = (head?.cells ?? []).findIndex((cell) => headers[column].includes(folded(cell)));
		if (at >= 0) places.set(column, at);
	}
	const missing = targetColumns.filter((name) => !places.has(name) && !optional.includes(name));
	const header = head?.cells ?? [];
	if (missing.length > 0) return { header, good: [], bad: [], missing };
	const good: { line: number; target: NewTarget }[] = [];
	const bad: BadTargetRow[] = [];
	const said = new Set<string>();
	for (const record of records) {
		const cell = (column: Column): string =>
			unescaped(record.cells[places.get(column) ?? -1] ?? '');
		const read = readRow(cell, names);
		const key = 'target' in read ? keyOf(read.target) : '';
		if ('problem' in read) bad.push({ ...told(record), ...read });
		else if (said.has(key))
			bad.push({ ...told(record), problem: 'said_twice', text: cell('measure') });
		else good.push({ line: record.line, target: read.target });
		said.add(key);
	}
	return { header, good, bad, missing };
}

type RowRead =
	{ readonly target: NewTarget } | { readonly problem: TargetRowProblem; readonly text: string };

function readRow(cell: (column: Column) => string, names: TargetNames): RowRead {
	const named = folded(cell('measure'));
	const measure = names.measures.get(named) ?? controlMeasureIds.find((id) => id === named);
	if (!measure || !hasTargets(measure))
		return measure || named in measures
			? { problem: 'measure_without_target', text: cell('measure') }
			: { problem: 'measure_unknown', text: cell('measure') };
	const by = folded(cell('dimension'));
	const dimension = dimensions.find((name) => name === (names.dimensions.get(by) ?? by));
	const value = cell('value').trim();
	if (by !== '' && !dimension) return { problem: 'dimension_unknown', text: cell('dimension') };
	if (dimension && value === '') return { problem: 'value_missing', text: cell('dimension') };
	if (!dimension && value !== '') return { problem: 'dimension_missing', text: value };
	const span = readTargetSpan(cell('span'), cell('since'));
	if ('problem' in span)
		return { problem: span.problem, text: `${cell('span')} ${cell('since')}`.trim() };
	const target = readTargetValue(unitOf(measure), cell('target'));
	if ('problem' in target) return { problem: target.problem, text: cell('target') };
	const scope = dimension ? { dimension: dimension satisfies Dimension, value } : null;
	return { target: { measure, scope, ...span, value: target.value } };
}

function keyOf({ measure, scope, span, since }: NewTarget): string {
	return JSON.stringify([measureKey(measure), scope, span, since]);
}

function told({ line, cells }: CsvRecord): Pick<BadTargetRow, 'line' | 'cells'> {
	return { line, cells };
}

/** The apostrophe our own export puts before what a spreadsheet would run. */
function unescaped(cell: string): string {
	return /^'[=+\-@]/.test(cell) ? cell.slice(1) : cell;
}

export function folded(text: string): string {
	return text.normalize('NFKC').trim().toLowerCase();
}
