import {
	listWords,
	customersWords,
	recoveryWords
} from '#lib/components/improvement/item-words.ts';
import { actionWords, branchWords, causeWords } from '#lib/components/improvement/words.ts';
import { written } from '#lib/improvement/plan-forms.ts';
import { branches, type ListItems, type ListName } from '#lib/improvement/plan.ts';
import * as m from '#lib/messages/generated/messages.js';

/** One thing to fill in: its name in the form and how it is asked for. */
export interface Input {
	readonly name: string;
	readonly label: string;
	readonly kind: 'line' | 'area' | 'day' | 'number' | 'check' | 'choice' | 'person';
	readonly value: string;
	readonly options?: readonly { readonly value: string; readonly text: string }[];
	readonly placeholder?: string;
	/** Another way to fill it in; `name` tells it from others of its kind. */
	readonly link?: { readonly href: string; readonly text: string; readonly name: string };
	readonly required?: boolean;
}

/** Choices of a closed list. */
export function choices<Code extends string>(
	codes: readonly Code[],
	words: Readonly<Record<Code, () => string>>
) {
	return codes.map((value) => ({ value, text: words[value]() }));
}

/** What adds a row to a list. */
export const addWords: Readonly<Record<ListName, () => string>> = {
	whys: m.improvement_why_add,
	causes: m.improvement_cause_add,
	actions: m.improvement_action_add,
	trainings: m.improvement_training_add,
	recoveries: m.improvement_recovery_add
};

/** What is asked of a row; null for a new one. */
export function itemInputs<List extends ListName>(
	list: List,
	row: ListItems[List] | null
): readonly Input[] {
	const of = inputs[list] as (row: Partial<ListItems[List]>) => readonly Input[];
	return of(row ?? {});
}

const flag = (set: boolean | undefined): string => (set ? 'on' : '');

const inputs: {
	readonly [List in ListName]: (row: Partial<ListItems[List]>) => readonly Input[];
} = {
	whys: ({ text = '', evidence = '', root }) => [
		{ name: 'text', label: listWords.whys(), kind: 'line', value: text, required: true },
		{
			name: 'evidence',
			label: m.improvement_input_evidence(),
			kind: 'line',
			value: evidence
		},
		{ name: 'root', label: m.improvement_input_root(), kind: 'check', value: flag(root) }
	],
	causes: ({ branch = 'people', text = '', evidence = '', state = 'open' }) => [
		{
			name: 'branch',
			label: m.improvement_input_branch(),
			kind: 'choice',
			value: branch,
			options: choices(branches, branchWords)
		},
		{ name: 'text', label: listWords.causes(), kind: 'line', value: text, required: true },
		{
			name: 'evidence',
			label: m.improvement_input_evidence(),
			kind: 'line',
			value: evidence
		},
		{
			name: 'state',
			label: m.improvement_input_state(),
			kind: 'choice',
			value: state,
			options: choices(['open', 'confirmed', 'ruled_out'], causeWords)
		}
	],
	actions: (row) => [
		{
			name: 'what',
			label: m.improvement_action_what(),
			kind: 'line',
			value: row.what ?? '',
			required: true
		},
		{ name: 'why', label: m.improvement_action_why(), kind: 'line', value: row.why ?? '' },
		{ name: 'who', label: m.improvement_action_who(), kind: 'person', value: row.who ?? '' },
		{ name: 'where', label: m.improvement_action_where(), kind: 'line', value: row.where ?? '' },
		{ name: 'due', label: m.improvement_input_due(), kind: 'day', value: row.due ?? '' },
		{ name: 'how', label: m.improvement_action_how(), kind: 'line', value: row.how ?? '' },
		{
			name: 'state',
			label: m.improvement_action_state(),
			kind: 'choice',
			value: row.state ?? 'open',
			options: choices(['open', 'started', 'done', 'waived'], actionWords)
		},
		{
			name: 'startedOn',
			label: m.improvement_input_started(),
			kind: 'day',
			value: row.startedOn ?? ''
		},
		{
			name: 'endedOn',
			label: m.improvement_input_ended(),
			kind: 'day',
			value: row.endedOn ?? ''
		},
		{ name: 'note', label: m.improvement_input_note(), kind: 'line', value: row.note ?? '' }
	],
	trainings: ({ need = '', course = '', who = '', tookOn = null }) => [
		{
			name: 'need',
			label: m.improvement_training_need(),
			kind: 'line',
			value: need,
			required: true
		},
		{ name: 'course', label: m.improvement_training_course(), kind: 'line', value: course },
		{ name: 'who', label: m.improvement_action_who(), kind: 'person', value: who },
		{ name: 'tookOn', label: m.improvement_training_took(), kind: 'day', value: tookOn ?? '' }
	],
	recoveries: (row) => [
		{
			name: 'what',
			label: m.improvement_recovery_what(),
			kind: 'choice',
			value: row.what ?? 'compensation',
			options: choices(['compensation', 'apology', 'goodwill', 'none_needed'], recoveryWords)
		},
		{ name: 'note', label: m.improvement_recovery_note(), kind: 'line', value: row.note ?? '' },
		{
			name: 'cases',
			label: m.improvement_recovery_cases(),
			kind: 'number',
			value: written(row.cases ?? null)
		},
		{
			name: 'money',
			label: m.improvement_recovery_money(),
			kind: 'number',
			value: written(row.money ?? null)
		},
		{
			name: 'customers',
			label: m.improvement_recovery_customers(),
			kind: 'choice',
			value: row.customers ?? 'unknown',
			options: choices(['kept', 'lost', 'unknown'], customersWords)
		}
	]
};
