import type { Formats } from '#lib/format/formats.ts';
import type { ListItems, ListName, Recovery } from '#lib/improvement/plan.ts';
import * as m from '#lib/messages/generated/messages.js';
import { actionWords, branchWords, causeWords } from './words.ts';

export const listWords: Readonly<Record<ListName, () => string>> = {
	whys: m.improvement_list_whys,
	causes: m.improvement_list_causes,
	actions: m.improvement_list_actions,
	trainings: m.improvement_list_trainings,
	recoveries: m.improvement_list_recoveries
};

export const recoveryWords: Readonly<Record<Recovery['what'], () => string>> = {
	compensation: m.improvement_recovery_compensation,
	apology: m.improvement_recovery_apology,
	goodwill: m.improvement_recovery_goodwill,
	none_needed: m.improvement_recovery_none_needed
};

export const customersWords: Readonly<Record<Recovery['customers'], () => string>> = {
	kept: m.improvement_customers_kept,
	lost: m.improvement_customers_lost,
	unknown: m.improvement_customers_unknown
};

/** A row of a list in one line: what two versions of it are told apart by. */
export function itemText<List extends ListName>(
	f: Formats,
	list: List,
	row: ListItems[List]
): string {
	const text = texts[list] as (row: ListItems[List], f: Formats) => readonly (string | null)[];
	return text(row, f)
		.filter((part) => part !== null && part !== '')
		.join(m.clause_separator());
}

/** What a row is called where it stands among others of its list. */
export function itemName<List extends ListName>(list: List, row: ListItems[List]): string {
	const name = names[list] as (row: ListItems[List]) => string;
	return name(row);
}

const names: { readonly [List in ListName]: (row: ListItems[List]) => string } = {
	whys: ({ text }) => text,
	causes: ({ text }) => text,
	actions: ({ what }) => what,
	trainings: ({ need }) => need,
	recoveries: ({ what, note }) =>
		[recoveryWords[what](), note].filter((part) => part !== '').join(m.clause_separator())
};

const texts: {
	readonly [List in ListName]: (row: ListItems[List], f: Formats) => readonly (string | null)[];
} = {
	whys: ({ text, evidence, root }) => [text, evidence, root ? m.improvement_root_cause() : null],
	causes: ({ branch, text, evidence, state }) => [
		branchWords[branch](),
		text,
		evidence,
		causeWords[state]()
	],
	actions: ({ what, why, who, where, due, how, state, note }, f) => [
		what,
		why,
		who,
		where,
		due && f.day(due),
		how,
		actionWords[state](),
		note
	],
	trainings: ({ need, course, who, tookOn }, f) => [need, course, who, tookOn && f.day(tookOn)],
	recoveries: ({ what, note, cases, money, customers }, f) => [
		recoveryWords[what](),
		note,
		cases === null ? null : m.improvement_cases_count({ count: cases, shown: f.count(cases) }),
		money === null ? null : f.money(money),
		customersWords[customers]()
	]
};
