import { meansOther } from './other-values.ts';

/** One problem: its cases in the period and in the one compared with, and its amount by the chosen weight. */
export interface ProblemCounts {
	readonly category: string | null;
	readonly subcategory: string | null;
	readonly cases: number;
	readonly before: number;
	readonly amount: number;
}

/** Cases of one value, or of several that were folded into one. */
export interface Group {
	/** Null is the blank group; `foldedKey` stands for several values. */
	readonly key: string | null;
	/** How many values it stands for. */
	readonly values: number;
	/** The values folded into it; none where they are too many for one address. */
	readonly folded: readonly string[];
	readonly cases: number;
	readonly before: number;
	readonly amount: number;
}

export interface CategoryGroup extends Group {
	readonly inside: readonly Group[];
}

/** No value of a log: import takes control characters for blanks. */
export const foldedKey = '\u0000';

/** Addresses longer than this many values are cut by servers and proxies. */
const mostFolded = 60;

/** Categories with their subcategories, largest amount first, then what was folded, "other", blank. */
export function categoryTree(
	problems: readonly ProblemCounts[],
	most: { readonly categories: number; readonly subcategories: number }
): CategoryGroup[] {
	const byCategory = new Map<string | null, ProblemCounts[]>();
	for (const problem of problems) {
		const inside = byCategory.get(problem.category);
		if (inside) inside.push(problem);
		else byCategory.set(problem.category, [problem]);
	}
	const categories = [...byCategory].map(([key, inside]): CategoryGroup => {
		// Where no case has a subcategory there is nothing to look into.
		const parted = inside.some(({ subcategory }) => subcategory !== null);
		const parts = parted
			? inside.map((problem): Group => ({ ...single(problem.subcategory), ...sums([problem]) }))
			: [];
		return { ...single(key), ...sums(inside), inside: ranked(parts, most.subcategories) };
	});
	return ranked(categories, most.categories, (group) => ({ ...group, inside: [] }));
}

/** The order of a ranking; named groups beyond `most` become one. */
export function ranked<G extends Group>(
	groups: readonly G[],
	most: number,
	whole: (folded: Group, groups: readonly G[]) => G = (folded) => folded as G
): G[] {
	const sorted = groups.toSorted(
		(a, b) => b.amount - a.amount || b.cases - a.cases || compare(a.key, b.key)
	);
	const named = sorted.filter(({ key }) => key !== null && key !== foldedKey && !meansOther(key));
	// What was folded before stays folded, however much it holds.
	const before = sorted.filter(({ key }) => key === foldedKey);
	const fits = named.length + before.length <= most;
	const shown = fits ? named : named.slice(0, most - 1);
	const left = [...named.slice(shown.length), ...before];
	return [
		...shown,
		...(left.length > 0 ? [whole(folded(left), left)] : []),
		...sorted.filter(({ key }) => key !== null && meansOther(key)),
		...sorted.filter(({ key }) => key === null)
	];
}

/** The fewest named groups that make up 80 % together, and their share. */
export interface VitalFew {
	readonly count: number;
	/** 0–1. */
	readonly share: number;
}

const vitalShare = 0.8;

/**
 * How few categories make up 80 % of the amount, over all of them, whatever a picture folds. Left-overs
 * and the blank group stay in the total and are never among the few; null where named ones never do.
 */
export function vitalFew(problems: readonly ProblemCounts[]): VitalFew | null {
	const amounts = new Map<string, number>();
	let total = 0;
	for (const { category, amount } of problems) {
		if (amount <= 0) continue;
		total += amount;
		if (category !== null && !meansOther(category))
			amounts.set(category, (amounts.get(category) ?? 0) + amount);
	}
	let [count, sum] = [0, 0];
	for (const amount of [...amounts.values()].sort((a, b) => b - a)) {
		count++;
		sum += amount;
		// Sums of decimals that reach the mark exactly must count as reaching it.
		if (sum >= (vitalShare - 1e-12) * total) return { count, share: sum / total };
	}
	return null;
}

/** The values a filter must choose to mean exactly these cases; none where no filter can. */
export function valuesOf(group: Pick<Group, 'key' | 'folded'>): readonly string[] | null {
	if (group.key !== foldedKey) return [group.key ?? ''];
	return group.folded.length > 0 ? group.folded : null;
}

function single(key: string | null): Pick<Group, 'key' | 'values' | 'folded'> {
	return { key, values: 1, folded: [] };
}

function folded(groups: readonly Group[]): Group {
	const values = groups.flatMap((group) => valuesOf(group) ?? []);
	const count = groups.reduce((sum, group) => sum + group.values, 0);
	const all = values.length === count && count <= mostFolded;
	return { key: foldedKey, values: count, folded: all ? values : [], ...sums(groups) };
}

function sums(groups: readonly { cases: number; before: number; amount: number }[]) {
	const sum = { cases: 0, before: 0, amount: 0 };
	for (const { cases, before, amount } of groups) {
		sum.cases += cases;
		sum.before += before;
		sum.amount += amount;
	}
	return sum;
}

function compare(a: string | null, b: string | null): number {
	return (a ?? '') < (b ?? '') ? -1 : 1;
}
