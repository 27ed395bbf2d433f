import type { State } from '#lib/filter/filter.ts';
import type { Formats } from '#lib/format/formats.ts';
import { caseFields, type CaseField, type FieldKind } from '#lib/measures/case-fields.ts';
import { fieldName } from '#lib/messages/field-names.ts';
import * as m from '#lib/messages/generated/messages.js';

const extraPrefix = 'extra:';

/** The name of a column of the list: a field, the state, or a further column of the log. */
export function columnTitle(name: string): string {
	if (name.startsWith(extraPrefix)) return name.slice(extraPrefix.length);
	if (name === 'state') return m.cases_state();
	return fieldName(name as CaseField | 'source');
}

/** A cell of the list as text; what is missing stays blank. */
export function columnText(
	name: string,
	value: string | number | boolean | null,
	f: Formats
): string {
	if (value === null) return '';
	if (name === 'state') return stateText(value as State);
	if (name.startsWith(extraPrefix) || name === 'source') return String(value);
	switch (kindOf(name)) {
		case 'time':
			return f.instant(Number(value));
		case 'minutes':
			return f.duration(Number(value));
		case 'number':
			return f.number(Number(value), 2);
		case 'count':
		case 'score':
		case 'nps':
			return f.count(Number(value));
		case 'flag':
			return value === true ? m.cases_yes() : m.cases_no();
		default:
			return String(value);
	}
}

export function isNumberColumn(name: string): boolean {
	return ['minutes', 'number', 'count', 'score', 'nps'].includes(kindOf(name) ?? '');
}

export function stateText(state: State): string {
	return states[state]();
}

function kindOf(name: string): FieldKind | undefined {
	return (caseFields as Readonly<Record<string, FieldKind>>)[name];
}

const states: Readonly<Record<State, () => string>> = {
	resolved: m.value_state_resolved,
	open: m.value_state_open,
	time_missing: m.value_state_time_missing,
	unknown: m.value_state_unknown
};
