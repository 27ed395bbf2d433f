import { itemText, listWords } from '#lib/components/improvement/item-words.ts';
import { fieldWords, planValueText } from '#lib/components/improvement/plan-words.ts';
import type { Conflict } from '#lib/improvement/commands.ts';
import type { ListItems, ListName, Plan, PlanField } from '#lib/improvement/plan.ts';
import * as m from '#lib/messages/generated/messages.js';
import type { ImprovementView } from './improvement-view.ts';
import { itemInputs } from './inputs.ts';

/** What a conflict is about and both its sides, in words. */
export function conflictWords({ what, yours, theirs }: Conflict, view: ImprovementView) {
	const { f, improvement } = view;
	const [list = '', , field] = what.split('.');
	if (Object.hasOwn(fieldWords, what)) {
		const name = what as PlanField;
		const text = (value: unknown): string =>
			planValueText(f, improvement.plan.measure, name, value as Plan[PlanField]);
		return { name: fieldWords[name](), yours: text(yours), theirs: text(theirs) };
	}
	const rows = list as ListName;
	if (field === undefined) {
		const text = (row: unknown): string =>
			row === null
				? m.improvement_conflict_removed()
				: itemText(f, rows, row as ListItems[ListName]);
		return { name: listWords[rows](), yours: text(yours), theirs: text(theirs) };
	}
	const input = itemInputs(rows, null).find(({ name }) => name === field);
	const text = (value: unknown): string => {
		if (typeof value === 'boolean') return value ? m.improvement_yes() : m.improvement_no();
		if (value === null || value === '') return '–';
		return (
			input?.options?.find((option) => option.value === value)?.text ??
			String(value as string | number)
		);
	};
	return { name: input?.label ?? listWords[rows](), yours: text(yours), theirs: text(theirs) };
}
