import {
	caseFields,
	orderFields,
	type CaseField,
	type FieldKind
} from '#lib/measures/case-fields.ts';
import type { TimeForm } from '#lib/import/mapping.ts';
import { formatGroups, timeOf, wallOf } from './time-columns.ts';
import { columnOf, type GivenColumn, type Plan } from './plan.ts';
import { customerSql } from './person-columns.ts';

/**
 * The one place that writes SQL as text: which column of the file goes to which field differs from
 * file to file, and names of columns cannot be bound. Only our own names go in: fields of the closed
 * list `caseFields` and ordinals `c12`. What a person wrote (headers, formats, words) is bound.
 */

/**
 * The canonical file (`canonicalise`) as the view `raw_row`: reading it again costs less than keeping it.
 * A piece is read by one thread, so that fields may hold line breaks; several pieces at once.
 */
export function rawRowsSql(plan: Plan): string {
	const columns = ordinals(plan).map((name) => `'${name}': 'varchar'`);
	const hash = columnOf(plan, 'case_no')
		? 'null::varchar'
		: `left(md5(concat_ws(chr(31), ${ordinals(plan)
				.map((name) => `coalesce(${name}, '')`)
				.join(', ')})), 20)`;
	const cells = plan.guarded
		? ['line', ...ordinals(plan).map((name) => `unguarded(${name}) as ${name}`)].join(', ')
		: '*';
	return `create or replace temp view raw_row as
		select ${cells}, ${hash} as row_hash
		from read_csv(getvariable('import').pieces, header = false, auto_detect = false, delim = ',', quote = '"', escape = '"',
			new_line = '\\n', parallel = false, max_line_size = 8388608,
			columns = {'line': 'bigint', ${columns.join(', ')}})`;
}

/** Distinct filled values of the columns that are understood word by word. Grain: one row, a list a column. */
export function distinctValuesSql(plan: Plan, looked: readonly GivenColumn[]): string {
	const lists = looked.map(({ position }) => {
		const cell = cellOf(plan, position);
		return `list(distinct ${cell}) filter (where ${cell} is not null) as c${position}`;
	});
	return `select ${selected(lists)} from raw_row`;
}

/** Trimmed text, blank as null. Most columns were seen to need no trimming, which is dear. */
function cellOf(plan: Plan, position: number): string {
	return plan.padded.has(position) ? `filled(c${position})` : `c${position}`;
}

/** Whether the meaning of a column's values is looked up in the temp table `word`. */
export function isLookedUp(column: GivenColumn): boolean {
	const kind = kindOf(column.field);
	if (kind === 'score' || kind === 'flag' || kind === 'minutes') return true;
	return kind === 'text' && column.form?.kind === 'text' && column.form.values !== undefined;
}

/**
 * Fields as columns with a type, a problem where a filled value cannot be read. Each step of reading is
 * a layer of its own, because a macro that names its argument twice would read it twice.
 */
export function stagedSql(plan: Plan): string {
	const looked = plan.given.filter(isLookedUp);
	const fields = plan.kind === 'cases' ? caseColumns(plan) : orderColumns(plan);
	const joins = looked.map(
		({ field }) =>
			`left join word as word_${field} on word_${field}.field = '${field}' and word_${field}.raw = walled.${field}_text`
	);
	const twins = plan.kind === 'cases' && !columnOf(plan, 'case_no');
	return `create or replace temp table staged as
		with cell as (
			select ${selected([
				'line',
				'row_hash',
				`${extraOf(plan)} as extra`,
				...plan.given.flatMap((column) => filledCells(plan, column))
			])}
			from raw_row
		),
		given as (select ${selected(['*', ...plan.given.map(givenCell)])} from cell),
		folded as (select ${selected(['*', ...plan.given.map(textCell)])} from given),
		walled as (select ${selected(['*', ...plan.given.flatMap(wallCells)])} from folded),
		typed as (
			select ${selected([
				'walled.* exclude (extra)',
				'extra',
				...fields.map(([name, value]) => `${value} as ${name}`),
				...looked.map(({ field }) => `word_${field}.understood as ${field}_understood`)
			])}
			from walled
			${joins.join('\n')}
			${twins ? 'left join twin using (line)' : ''}
		)
		select line, ${fields.map(([name]) => name).join(', ')}, extra, ${problemOf(plan)} as problem
		from typed`;
}

function selected(columns: readonly string[]): string {
	return columns.join(',\n');
}

/** First layer: trimmed text, blank as null. */
function filledCells(plan: Plan, { field, position, form }: GivenColumn): string[] {
	const cells = [`${cellOf(plan, position)} as ${field}_cell`];
	if (form?.kind === 'time' && form.timeColumn !== undefined)
		cells.push(`${cellOf(plan, form.timeColumn)} as ${field}_clock`);
	return cells;
}

/** Second layer: signs for "nothing" gone, a date joined with its time of day. */
function givenCell({ field, form }: GivenColumn): string {
	const cell = `${field}_cell`;
	// 无 may be an answer where yes or no is asked.
	const value = isTyped(field) && kindOf(field) !== 'flag' ? `value_or_blank(${cell})` : cell;
	const clock =
		form?.kind === 'time' && form.timeColumn !== undefined
			? ` || coalesce(' ' || value_or_blank(${field}_clock), '')`
			: '';
	return `${value}${clock} as ${field}_given`;
}

/** Third layer: text as the formats expect it. */
function textCell({ field, form }: GivenColumn): string {
	const given = `${field}_given`;
	const text =
		form?.kind === 'time'
			? `time_text(${given})`
			: kindOf(field) === 'id'
				? `narrow_text(${given})`
				: given;
	return `${text} as ${field}_text`;
}

/** Fourth layer: what each group of a time's formats makes of it; numbers. */
function wallCells({ field, form }: GivenColumn): string[] {
	const kind = kindOf(field);
	if (kind === 'number' || kind === 'count' || kind === 'nps') {
		// Counts have thousands separators, no decimals.
		const comma = kind === 'number' && form?.kind === 'number' && form.decimal === ',';
		return [`number_of(${field}_text, ${comma}) as ${field}_number`];
	}
	if (form?.kind !== 'time') return [];
	return formatGroups(form.formats).map((group, index) => {
		const text = `${field}_text`;
		const formats = `getvariable('forms')['${field}'].formats[${index + 1}]`;
		return `${wallOf(group[0], text, formats)} as ${field}_${index + 1}`;
	});
}

function ordinals(plan: Plan): string[] {
	return Array.from({ length: plan.width }, (_, index) => `c${index}`);
}

function kindOf(field: string): FieldKind {
	return { ...caseFields, ...orderFields }[field as CaseField];
}

/** Kinds whose blank can also be written `-` or `n/a`. */
function isTyped(field: string): boolean {
	return !['id', 'text', 'narrative', 'contact'].includes(kindOf(field));
}

const numberTypes: Partial<Record<string, string>> = {
	reopened_count: 'integer',
	orders: 'bigint',
	nps: 'tinyint'
};

function valueOf(column: GivenColumn): string {
	const { field, form } = column;
	const text = `${field}_text`;
	switch (kindOf(field)) {
		case 'time':
			return timeOf(field, form as TimeForm);
		case 'number':
			return `${field}_number`;
		case 'count':
		case 'nps': {
			const number = `${field}_number`;
			const high = field === 'nps' ? 10 : 2_000_000_000;
			return `case when ${number} between 0 and ${high} and ${number} = floor(${number}) then ${number}::${numberTypes[field]} end`;
		}
		case 'score':
			return `word_${field}.number_value::tinyint`;
		case 'flag':
			return `word_${field}.number_value::integer::boolean`;
		case 'minutes':
			return `word_${field}.number_value`;
		default:
			return isLookedUp(column) ? `coalesce(word_${field}.text_value, ${text})` : text;
	}
}

const storedTypes: Record<FieldKind, string> = {
	id: 'varchar',
	time: 'timestamp',
	minutes: 'double',
	text: 'varchar',
	number: 'double',
	count: 'integer',
	flag: 'boolean',
	score: 'tinyint',
	nps: 'tinyint',
	narrative: 'varchar',
	contact: 'varchar'
};

function caseColumns(plan: Plan): [string, string][] {
	const columns: [string, string][] = [];
	for (const field of Object.keys(caseFields) as CaseField[]) {
		const column = columnOf(plan, field);
		if (field === 'case_no' && !column)
			columns.push([
				field,
				"'row-' || row_hash || case when twin.nth > 1 then '-' || twin.nth else '' end"
			]);
		else if (field === 'customer') columns.push([field, customerSql(plan)]);
		else
			columns.push([field, column ? valueOf(column) : `null::${storedTypes[caseFields[field]]}`]);
	}
	for (const field of ['case_no', 'order_no'] as const)
		columns.push([
			`written_${field}`,
			columnOf(plan, field)
				? `case when ${field}_given <> ${field}_text then ${field}_given end`
				: 'null::varchar'
		]);
	return columns;
}

function orderColumns(plan: Plan): [string, string][] {
	return (Object.keys(orderFields) as (keyof typeof orderFields)[]).map((field) => {
		const column = columnOf(plan, field);
		return [
			field,
			column ? valueOf(column) : `null::${numberTypes[field] ?? storedTypes[orderFields[field]]}`
		];
	});
}

function extraOf(plan: Plan): string {
	if (plan.extras.length === 0) return 'null::json';
	const entries = plan.extras.map(
		({ position }, index) =>
			`getvariable('import').extra_names[${index + 1}], ${cellOf(plan, position)}`
	);
	return `json_object(${entries.join(', ')})`;
}

/** The first field that cannot be read, with its reason; null when the row is sound. */
function problemOf(plan: Plan): string {
	const cases = plan.given.filter(({ field }) => isTyped(field)).map(unreadable);
	const needed = plan.kind === 'cases' ? ['case_no', 'received_at'] : ['day', 'orders'];
	for (const field of needed.reverse())
		if (columnOf(plan, field))
			cases.unshift(
				`when ${field}_text is null then {field: '${field}', reason: '${missingReason(field)}'}`
			);
	if (cases.length === 0) return 'null::struct(field varchar, reason varchar)';
	return `case ${cases.join('\n')} end`;
}

function missingReason(field: string): string {
	return { case_no: 'no_case_no', received_at: 'no_received_time' }[field] ?? 'no_value';
}

function unreadable(column: GivenColumn): string {
	const { field } = column;
	// A looked-up word may mean "not given"; it is only unreadable when the mapping does not know it.
	const failed = `${field}_text is not null and ${field} is null${isLookedUp(column) ? ` and not ${field}_understood` : ''}`;
	return `when ${failed} then {field: '${field}', reason: 'unreadable_${kindOf(field)}'}`;
}
