import { keptFilter } from '#lib/filter/codec.ts';
import { concerns, isOverdue, type DueImprovement } from './due.ts';
import { sameName } from './gates.ts';
import type { Improvement } from './improvement.ts';

export const boardViews = ['board', 'list', 'calendar'] as const;
export type BoardView = (typeof boardViews)[number];

/** Columns the list can be sorted by. */
export const boardSorts = ['number', 'theme', 'stage', 'owner', 'target_on', 'due'] as const;
export type BoardSort = (typeof boardSorts)[number];

/** What a reader chose for the board; empty texts choose nothing. */
export interface BoardChoices {
	readonly view: BoardView;
	readonly team: string;
	readonly owner: string;
	readonly category: string;
	readonly overdue: boolean;
	/** Only what is mine, or waits for me. */
	readonly mine: boolean;
	readonly words: string;
	/** Every closed one, not the last few. */
	readonly allClosed: boolean;
	readonly sort: BoardSort;
	readonly descending: boolean;
}

const usual: BoardChoices = {
	view: 'board',
	team: '',
	owner: '',
	category: '',
	overdue: false,
	mine: false,
	words: '',
	allClosed: false,
	sort: 'number',
	descending: true
};

/** Reads the choices of an address; what is not known falls back to the usual. */
export function boardChoices(parameters: URLSearchParams): BoardChoices {
	const one = <T extends string>(name: string, list: readonly T[]): T | undefined =>
		list.find((value) => value === parameters.get(name));
	const text = (name: string) => (parameters.get(name) ?? '').trim().slice(0, 200);
	const order = /^(-?)(\w+)$/.exec(text('sort'));
	const sort = boardSorts.find((value) => value === order?.[2]);
	return {
		view: one('view', boardViews) ?? usual.view,
		team: text('team'),
		owner: text('owner'),
		category: text('category'),
		overdue: parameters.get('due') === 'overdue',
		mine: parameters.get('mine') === '1',
		words: text('q'),
		allClosed: parameters.get('closed') === 'all',
		sort: sort ?? usual.sort,
		descending: sort ? order?.[1] === '-' : usual.descending
	};
}

/** The address of a choice; the usual is never in it. */
export function boardHref(choices: BoardChoices, change: Partial<BoardChoices> = {}): string {
	const { view, team, owner, category, overdue, mine, words, allClosed, sort, descending } = {
		...choices,
		...change
	};
	const sorted = sort !== usual.sort || descending !== usual.descending;
	const given: readonly (readonly [string, string])[] = [
		['view', view === usual.view ? '' : view],
		['team', team],
		['owner', owner],
		['category', category],
		['due', overdue ? 'overdue' : ''],
		['mine', mine ? '1' : ''],
		['q', words],
		['closed', allClosed ? 'all' : ''],
		['sort', sorted ? `${descending ? '-' : ''}${sort}` : '']
	];
	const parameters = new URLSearchParams(
		given.filter(([, value]) => value !== '').map((pair) => [...pair])
	);
	return parameters.size > 0 ? `/improvements?${parameters.toString()}` : '/improvements';
}

/** Categories an improvement is about; empty: no one category. */
export function categoriesOf({ plan }: Pick<Improvement, 'plan'>): readonly string[] {
	return keptFilter(plan.selection).dimensions.category ?? [];
}

/** Those the choices let through, in the order they came. @param name who acts; empty: nobody said */
export function chosen(
	all: readonly DueImprovement[],
	choices: BoardChoices,
	name: string
): readonly DueImprovement[] {
	const { team, owner, category, overdue, mine } = choices;
	return all.filter((one) => {
		const { improvement } = one;
		return (
			(team === '' || improvement.plan.team === team) &&
			(owner === '' || sameName(improvement.plan.owner, owner)) &&
			(category === '' || categoriesOf(improvement).includes(category)) &&
			(!overdue || isOverdue(one)) &&
			(!mine || name === '' || isOf(one, name)) &&
			found(improvement, choices.words)
		);
	});
}

function isOf({ improvement, due }: DueImprovement, name: string): boolean {
	const { owner, sponsor } = improvement.plan;
	return (
		sameName(owner, name) ||
		sameName(sponsor, name) ||
		improvement.actions.some(({ who }) => sameName(who, name)) ||
		due.some((duty) => duty.who.length > 0 && concerns(duty, name))
	);
}

function found({ number, plan }: Improvement, words: string): boolean {
	const plain = (text: string) => text.normalize('NFKC').toLowerCase();
	const text = plain(`${number} ${plan.theme} ${plan.owner} ${plan.team}`);
	return plain(words)
		.split(/\s+/)
		.every((word) => text.includes(word));
}
