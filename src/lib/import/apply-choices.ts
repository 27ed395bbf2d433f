import { caseFields, orderFields, type CaseField } from '#lib/measures/case-fields.ts';
import type { Choices } from './choices.ts';
import type { Finding, Inspection, Question } from './inspection.ts';
import type { MappedColumn, Mapping, TimeForm } from './mapping.ts';
import { answerDateOrder, swapWhereBothFit } from './time-column.ts';

/**
 * The mapping a person's choices make of what was found: the one saved for this header where there is
 * one, else the proposal, with every chosen column in its place. The inspection must have been made
 * with the same choices (`targets` decide how values are read).
 */
export function mappingOf(
	inspection: Inspection,
	saved: Mapping | null,
	choices: Choices
): Mapping {
	const known = choices.fresh || !saved || saved.kind !== inspection.mapping.kind ? null : saved;
	const taken = new Set<string>(Object.values(choices.targets));
	const columns = inspection.mapping.columns.map((proposed): MappedColumn => {
		const { position } = proposed;
		const before = known?.columns.find((column) => column.position === position);
		if (!known || choices.targets[position] !== undefined) return answered(proposed, choices);
		// What a mapping does not name it keeps as it came.
		if (!before) return { position, header: proposed.header, target: 'extra' };
		// A field given to another column now is not given twice.
		if (isField(before.target) && taken.has(before.target))
			return { position, header: before.header, target: 'extra' };
		return answered(before, choices);
	});
	return {
		...inspection.mapping,
		...((choices.source ?? known?.source) && { source: choices.source ?? known?.source }),
		columns
	};
}

function answered(column: MappedColumn, choices: Choices): MappedColumn {
	const { form } = column;
	const order = choices.orders[column.position];
	const unit = choices.units[column.position];
	if (form?.kind === 'time' && order) return { ...column, form: ordered(form, order) };
	if (form?.kind === 'duration' && unit) return { ...column, form: { ...form, unit } };
	return column;
}

function ordered(form: TimeForm, order: Choices['orders'][number]): TimeForm {
	if (order === 'swapped') return form.order === 'ambiguous' ? form : swapWhereBothFit(form);
	return form.order === 'ambiguous' ? answerDateOrder(form, order) : form;
}

/** Questions of the inspection the mapping leaves open. */
export function openQuestions(inspection: Inspection, mapping: Mapping): readonly Question[] {
	return inspection.questions.filter(({ column }) => {
		const form = mapping.columns.find(({ position }) => position === column)?.form;
		return form?.kind === 'time' && form.order === 'ambiguous';
	});
}

/** What keeps a mapping from being loaded, besides open questions; `facts.column` is a position. */
export function mappingFaults(mapping: Mapping): Finding[] {
	const faults: Finding[] = [];
	const seen = new Set<string>();
	for (const { target, form, position } of mapping.columns) {
		if (!isField(target)) continue;
		const facts = { field: target, column: position };
		if (seen.has(target)) faults.push({ code: 'field_given_twice', facts });
		seen.add(target);
		const isTime = target === 'day' || caseFields[target as CaseField] === 'time';
		if (isTime && form?.kind !== 'time') faults.push({ code: 'time_without_format', facts });
	}
	const missing =
		mapping.kind === 'orders'
			? ['day', 'orders'].find((field) => !seen.has(field))
			: seen.has('received_at') || seen.has('case_no')
				? undefined
				: 'received_at';
	if (missing) faults.push({ code: 'field_missing', facts: { field: missing } });
	return faults;
}

function isField(target: string): boolean {
	return target in caseFields || target in orderFields;
}
