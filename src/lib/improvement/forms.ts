import { parseFilter, shiftDay } from '#lib/filter/codec.ts';
import { selectionKey } from '#lib/filter/selection-key.ts';
import { chartedMeasure } from '#lib/measures/charted-measure.ts';
import type { OwnMeasure } from '#lib/measures/own-measure.ts';
import type { Command } from './commands.ts';
import type { Days, ExcludedDays, ListItems, ListName, Plan, PlanField } from './plan.ts';
import {
	excludedRowsIn,
	planForms,
	smallestFactor,
	targetFactor,
	type PlanForm
} from './plan-forms.ts';
import { daySchema, itemSchemas, planFields } from './shapes.ts';

/** What a form sent: the last text of each name, trimmed. */
export type Fields = Readonly<Record<string, string>>;

type Change = Extract<Command, { readonly do: 'change_plan' }>['changes'][number];

export interface PlanEdit {
	readonly changes: readonly Change[];
	/** Fields whose text is none of theirs. */
	readonly unreadable: readonly PlanField[];
}

/**
 * Changes a form of a plan asks for: each field as it was seen (`old.<field>`, JSON) and as it is wanted
 * (`new.<field>`…). Numbers are in the measure the form was shown with (`in`).
 * @param owns own measures a form can name; the one the plan holds first, so that it stays as it is held
 */
export function planEdit(
	form: PlanForm,
	fields: Fields,
	owns: readonly OwnMeasure[] = []
): PlanEdit {
	const changes: Change[] = [];
	const unreadable: PlanField[] = [];
	for (const field of planForms[form]) {
		const old = planValue(field, fromJson(fields[`old.${field}`]));
		const wanted = planValue(field, wantedOf(field, fields, owns));
		if (!old.known || !wanted.known) unreadable.push(field);
		else changes.push({ field, old: old.value, new: wanted.value });
	}
	return { changes, unreadable };
}

/** One field set to a value somebody was shown: taking one's own side of a conflict. */
export function planTake(fields: Fields): Change | null {
	const field = (Object.keys(planFields) as PlanField[]).find((name) => name === fields.what);
	if (!field) return null;
	const old = planValue(field, fromJson(fields.theirs));
	const wanted = planValue(field, fromJson(fields.yours));
	return old.known && wanted.known ? { field, old: old.value, new: wanted.value } : null;
}

/**
 * The command that takes one's own side of a conflict over a row or one field of it, over what somebody
 * else wrote; null where it cannot be read.
 */
export function rowTake(improvement: ListRows, fields: Fields): Command | null {
	const [list, id = '', field] = (fields.what ?? '').split('.');
	const name = (Object.keys(itemSchemas) as ListName[]).find((one) => one === list);
	if (!name) return null;
	const yours = fromJson(fields.yours);
	const present = (improvement[name] as readonly ListItems[ListName][]).find(
		(row) => row.id === id
	);
	if (field === undefined) {
		if (yours === null) return present ? { do: 'remove_item', list: name, id, old: present } : null;
		const wanted = rowIn(name, yours);
		return wanted && ({ do: 'set_item', list: name, old: present ?? null, new: wanted } as Command);
	}
	const wanted = present && rowIn(name, { ...present, [field]: yours });
	return wanted ? ({ do: 'set_item', list: name, old: present, new: wanted } as Command) : null;
}
type ListRows = { readonly [List in ListName]: readonly ListItems[List][] };

/** A row as a form of a list wrote it; null where a value is none of its field. */
export function itemOf<List extends ListName>(
	list: List,
	id: string,
	fields: Fields
): ListItems[List] | null {
	const of = rows[list] as (fields: Fields) => object;
	return rowIn(list, { id, ...of(fields) });
}

/** A row as it was shown, sent back as JSON. */
export function seenItem<List extends ListName>(
	list: List,
	json: string | undefined
): ListItems[List] | null {
	return rowIn(list, fromJson(json));
}

/**
 * The selection an address means, or a query text as a plan keeps it; null where it cannot be read.
 * `https://…/categories?category=…&period=…` says which cases, its days are left out.
 */
export function selectionIn(address: string): string | null {
	const query = address.includes('?') ? address.slice(address.indexOf('?') + 1) : address;
	if (!query.includes('=')) return null;
	const { filter, problems } = parseFilter(new URLSearchParams(query.split('#')[0]));
	return problems.length > 0 ? null : selectionKey(filter);
}

/** People a text names as `@name`, of those there are. */
export function mentionsIn(text: string, names: readonly string[]): readonly string[] {
	return names.filter((name) => name !== '' && text.includes(`@${name}`));
}

function rowIn<List extends ListName>(list: List, value: unknown): ListItems[List] | null {
	const { success, data } = itemSchemas[list].safeParse(value);
	return success ? (data as ListItems[List]) : null;
}

function planValue(
	field: PlanField,
	value: unknown
): { readonly known: true; readonly value: Plan[PlanField] } | { readonly known: false } {
	const { success, data } = planFields[field].safeParse(value);
	return success ? { known: true, value: data } : { known: false };
}

function fromJson(text: string | undefined): unknown {
	try {
		return JSON.parse(text ?? '');
	} catch {
		return undefined;
	}
}

function wantedOf(field: PlanField, fields: Fields, owns: readonly OwnMeasure[]): unknown {
	const measure = chartedMeasure(fields.in ?? '', owns) ?? 'complaints';
	const text = fields[`new.${field}`] ?? '';
	switch (field) {
		case 'measure':
			return chartedMeasure(text, owns);
		case 'baseline':
			return daysOf(fields, 'new.baseline');
		case 'excluded':
			return excludedOf(fields);
		case 'trialLimits':
			return text === 'on';
		case 'target':
			return numberOf(text, targetFactor(measure));
		case 'smallestChange':
			return numberOf(text, smallestFactor(measure));
		case 'cost':
		case 'benefit':
			return numberOf(text);
		case 'transitionDays':
			return numberOf(text) ?? 0;
		case 'targetOn':
		case 'effectiveOn':
		case 'checkOn':
			return text === '' ? null : text;
		case 'selection':
			// Nothing pasted: the cases stay as they were seen.
			return text === '' ? fromJson(fields['old.selection']) : selectionIn(text);
		case 'comparison':
			// What was pasted is meant, whether or not the box was still ticked.
			if (text !== '') return selectionIn(text);
			return fields['new.comparison.none'] === 'on' ? '' : leftAlone(fields);
		default:
			return text;
	}
}

/** The box that says "none" unticked and nothing pasted: as it was seen. */
const leftAlone = (fields: Fields): unknown => fromJson(fields['old.comparison']);

/** A number as people write it, in units of `factor`; null: none; NaN: not a number. */
function numberOf(text: string, factor = 1): number | null {
	if (text === '') return null;
	const value = Number(text.replaceAll(/[,，\s%％]/g, ''));
	return Number((value / factor).toPrecision(12));
}

/** First and last day as people say them, as half-open days; null: neither was given. */
function daysOf(fields: Fields, name: string): Days | null | undefined {
	const [since, last] = [fields[`${name}.since`] ?? '', fields[`${name}.last`] ?? ''];
	if (since === '' && last === '') return null;
	if (!isDay(since) || !isDay(last)) return undefined;
	return { since, until: shiftDay(last, 1) };
}

function excludedOf(fields: Fields): readonly ExcludedDays[] | undefined {
	const found: ExcludedDays[] = [];
	for (let row = 0; row < excludedRowsIn(fields); row++) {
		const days = daysOf(fields, `new.excluded.${row}`);
		if (days === undefined) return undefined;
		if (days) found.push({ ...days, reason: fields[`new.excluded.${row}.reason`] ?? '' });
	}
	return found;
}

const isDay = (text: string): boolean => daySchema.safeParse(text).success;

const dayOrNone = (text = ''): string | null => (text === '' ? null : text);

const rows: { readonly [List in ListName]: (fields: Fields) => Omit<ListItems[List], 'id'> } = {
	whys: ({ text = '', evidence = '', root }) => ({ text, evidence, root: root === 'on' }),
	causes: ({ branch, text = '', evidence = '', state = 'open' }) => ({
		branch: branch as ListItems['causes']['branch'],
		text,
		evidence,
		state: state as ListItems['causes']['state']
	}),
	actions: (fields) => ({
		what: fields.what ?? '',
		why: fields.why ?? '',
		who: fields.who ?? '',
		where: fields.where ?? '',
		due: dayOrNone(fields.due),
		how: fields.how ?? '',
		state: (fields.state ?? 'open') as ListItems['actions']['state'],
		startedOn: dayOrNone(fields.startedOn),
		endedOn: dayOrNone(fields.endedOn),
		note: fields.note ?? ''
	}),
	trainings: ({ need = '', course = '', who = '', tookOn }) => ({
		need,
		course,
		who,
		tookOn: dayOrNone(tookOn)
	}),
	recoveries: ({ what, note = '', cases = '', money = '', customers = 'unknown' }) => ({
		what: what as ListItems['recoveries']['what'],
		note,
		cases: numberOf(cases),
		money: numberOf(money),
		customers: customers as ListItems['recoveries']['customers']
	})
};
