import {
	caseFields,
	contactFields,
	orderFields,
	type CaseField,
	type FieldKind
} from '#lib/measures/case-fields.ts';
import type { TimeForm } from '#lib/import/mapping.ts';
import { columnOf, isContact, type GivenColumn, type Plan } from './plan.ts';

/**
 * The one place that writes SQL as text: which column of the file goes to which field differs from
 * file to file, and names of columns cannot be bound. Only our own names go in: fields of the closed
 * list `caseFields` and ordinals `c12`. What a person wrote (headers, formats, words) is bound.
 */

/** Reads the canonical file (`canonicalise`) as it stands. $path is bound. */
export function rawRowsSql(plan: Plan): string {
	const columns = ordinals(plan).map((name) => `'${name}': 'varchar'`);
	const hash = columnOf(plan, 'case_no')
		? 'null::varchar'
		: `left(md5(concat_ws(chr(31), ${ordinals(plan)
				.map((name) => `coalesce(${name}, '')`)
				.join(', ')})), 20)`;
	return `create or replace temp table raw_row as
		select *, ${hash} as row_hash
		from read_csv($path, header = false, auto_detect = false, delim = ',', quote = '"', escape = '"',
			new_line = '\\n', parallel = false, max_line_size = 8388608,
			columns = {'line': 'bigint', ${columns.join(', ')}})`;
}

/** Distinct filled values of a column that is understood word by word. */
export function distinctValuesSql(column: GivenColumn): string {
	return `select distinct filled(c${column.position}) as value from raw_row where filled(c${column.position}) is not null`;
}

/** Whether the meaning of a column's values is looked up in the temp table `word`. */
export function isLookedUp(column: GivenColumn): boolean {
	const kind = kindOf(column.field);
	if (kind === 'score' || kind === 'flag' || kind === 'minutes') return true;
	return kind === 'text' && column.form?.kind === 'text' && column.form.values !== undefined;
}

/** Fields as columns with a type, a problem where a filled value cannot be read. */
export function stagedSql(plan: Plan): string {
	const cells = plan.given.map((column) => `${textOf(column)} as ${column.field}_text`);
	const looked = plan.given.filter(isLookedUp);
	const joins = looked.map(
		({ field }) =>
			`left join word as word_${field} on word_${field}.field = '${field}' and word_${field}.raw = cell.${field}_text`
	);
	const understood = looked.map(({ field }) => `, word_${field}.understood as ${field}_understood`);
	const fields = plan.kind === 'cases' ? caseColumns(plan) : orderColumns(plan);
	return `create or replace temp table staged as
		with cell as (
			select raw_row.rowid as ordinal, line, row_hash, ${extraOf(plan)} as extra${cells.map((cell) => `, ${cell}`).join('')}
			from raw_row
		),
		typed as (
			select cell.*, ${fields.map(([name, value]) => `${value} as ${name}`).join(', ')}${understood.join('')}
			from cell
			${joins.join('\n')}
			${plan.kind === 'cases' && !columnOf(plan, 'case_no') ? 'left join twin using (ordinal)' : ''}
		)
		select ordinal, line, ${fields.map(([name]) => name).join(', ')}, extra, ${problemOf(plan)} as problem
		from typed`;
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

function textOf({ field, position, form }: GivenColumn): string {
	const value = `filled(c${position})`;
	if (form?.kind === 'time') {
		const day = `value_or_blank(${value})`;
		if (form.timeColumn === undefined) return `time_text(${day})`;
		return `time_text(${day} || coalesce(' ' || value_or_blank(filled(c${form.timeColumn})), ''))`;
	}
	// 无 may be an answer where yes or no is asked.
	return isTyped(field) && kindOf(field) !== 'flag' ? `value_or_blank(${value})` : value;
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
			return `number_of(${text}, ${form?.kind === 'number' && form.decimal === ','})`;
		case 'count':
		case 'nps': {
			const number = `number_of(${text}, false)`;
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

/** Formats in turn, the first that fits wins; runs of `strptime` patterns go in one call. */
function timeOf(field: string, form: TimeForm): string {
	const own = `getvariable('forms')['${field}']`;
	const text = `${field}_text`;
	const tries = formatGroups(form.formats).map((group, index) => {
		switch (group[0]) {
			case 'iso-offset':
				return `iso_instant(${text})`;
			case 'excel-1900':
				return `instant_in(serial_wall(${text}, timestamp '1899-12-30'), ${own}.zone)`;
			case 'excel-1904':
				return `instant_in(serial_wall(${text}, timestamp '1904-01-01'), ${own}.zone)`;
			case 'epoch-seconds':
				return `epoch_instant(${text}, 1)`;
			case 'epoch-milliseconds':
				return `epoch_instant(${text}, 1000)`;
			default:
				return `instant_in(try_strptime(${text}, ${own}.formats[${index + 1}]), ${own}.zone)`;
		}
	});
	return tries.length === 1 ? String(tries[0]) : `coalesce(${tries.join(', ')})`;
}

const special = /^(iso-offset|excel-19\d\d|epoch-\w+)$/;

/** Formats in runs: `strptime` patterns together, each special word alone. */
export function formatGroups(formats: readonly string[]): string[][] {
	const groups: string[][] = [];
	for (const format of formats) {
		const last = groups.at(-1);
		if (last?.[0] !== undefined && !special.test(format) && !special.test(last[0]))
			last.push(format);
		else groups.push([format]);
	}
	return groups;
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
		else if (field === 'customer') columns.push([field, customerOf(plan)]);
		else
			columns.push([field, column ? valueOf(column) : `null::${storedTypes[caseFields[field]]}`]);
	}
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

/**
 * The key of the person: their number in the source, else phone, else e-mail, the same in every source.
 * A name alone does not tell two people of one name apart: its key holds for one case only.
 */
function customerOf(plan: Plan): string {
	const has = (field: CaseField) => columnOf(plan, field) !== undefined;
	const keys = [
		has('customer') ? "'id:' || getvariable('import').source || ':' || customer_text" : null,
		has('customer_phone')
			? "'phone:' || regexp_replace(half_width(customer_phone_text), '[^0-9+]', '', 'g')"
			: null,
		has('customer_email') ? "'mail:' || lower(customer_email_text)" : null,
		...(['customer_name', 'customer_address'] as const).map((field) =>
			has(field)
				? `'case:' || getvariable('import').source || ':' || ${has('case_no') ? 'case_no_text' : 'row_hash'} || case when ${field}_text is not null then '' end`
				: null
		)
	].filter((key) => key !== null);
	if (keys.length === 0) return 'null::varchar';
	return `keyed_hash(coalesce(${keys.join(', ')}), getvariable('import').inner_pad, getvariable('import').outer_pad)`;
}

function extraOf(plan: Plan): string {
	if (plan.extras.length === 0) return 'null::json';
	const entries = plan.extras.map(
		({ position }, index) => `getvariable('import').extra_names[${index + 1}], filled(c${position})`
	);
	return `json_object(${entries.join(', ')})`;
}

/** The first field that cannot be read, with its reason and text; null when the row is sound. */
function problemOf(plan: Plan): string {
	const cases = plan.given.filter(({ field }) => isTyped(field)).map(unreadable);
	const needed = plan.kind === 'cases' ? ['case_no', 'received_at'] : ['day', 'orders'];
	for (const field of needed.reverse())
		if (columnOf(plan, field))
			cases.unshift(
				`when ${field}_text is null then {field: '${field}', reason: '${missingReason(field)}', value: null::varchar}`
			);
	if (cases.length === 0) return 'null::struct(field varchar, reason varchar, value varchar)';
	return `case ${cases.join('\n')} end`;
}

function missingReason(field: string): string {
	return { case_no: 'no_case_no', received_at: 'no_received_time' }[field] ?? 'no_value';
}

function unreadable(column: GivenColumn): string {
	const { field } = column;
	// A looked-up word may mean "not given"; it is only unreadable when the mapping does not know it.
	const failed = `${field}_text is not null and ${field} is null${isLookedUp(column) ? ` and not ${field}_understood` : ''}`;
	return `when ${failed} then {field: '${field}', reason: 'unreadable_${kindOf(field)}', value: ${field}_text}`;
}

/** Contact data of the sound rows, one row a person. */
export function contactsSql(plan: Plan): string | null {
	if (!plan.given.some(({ field }) => isContact(field))) return null;
	return `insert into person_detail (source, load_id, customer, ${contactFields.join(', ')})
		select getvariable('import').source, getvariable('import').load_id, customer,
			${contactFields.map((field) => `arg_max(${field}, ordinal)`).join(', ')}
		from staged
		where problem is null and customer is not null
		group by customer`;
}
