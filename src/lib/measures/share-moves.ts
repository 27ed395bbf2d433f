import { shareChanges, type ShareChange } from './share-change.ts';

/** Cases of a problem in the period and in the one compared with. */
interface Counts {
	readonly category: string | null;
	readonly subcategory: string | null;
	readonly cases: number;
	readonly before: number;
}

/** How the share of a category, or of one of its subcategories, moved. */
export interface ShareMove extends ShareChange {
	readonly category: string | null;
	/** Left out for a whole category. */
	readonly subcategory?: string | null;
	readonly cases: number;
	readonly before: number;
}

export interface ShareMoves {
	/** Categories, most cases first, each followed by those of its subcategories that are shown. */
	readonly moves: readonly ShareMove[];
	readonly categories: number;
	readonly subcategories: number;
	/** How many of all of them moved by more than chance. */
	readonly found: number;
}

/**
 * Which shares moved, as a list that is short enough to read: the subcategories that moved most, up or
 * down, under their categories, and the categories that moved most. Verdicts and intervals are those of
 * the whole family of categories and subcategories, shown or not. A subcategory that is all of its
 * category is not asked twice.
 */
export function shareMoves(problems: readonly Counts[], mostSubcategories: number): ShareMoves {
	const wholes = new Map<
		string | null,
		{ category: string | null; cases: number; before: number }
	>();
	const parts = new Map<string | null, number>();
	for (const { category, cases, before } of problems) {
		const whole = wholes.get(category) ?? { category, cases: 0, before: 0 };
		wholes.set(category, {
			category,
			cases: whole.cases + cases,
			before: whole.before + before
		});
		parts.set(category, (parts.get(category) ?? 0) + 1);
	}
	const leaves = problems.filter(({ category }) => (parts.get(category) ?? 0) > 1);
	// The only category is all there is in both periods: its share cannot move.
	const whole = wholes.size > 1 ? [...wholes.values()] : [];
	const family: Omit<ShareMove, keyof ShareChange>[] = [
		...whole,
		...leaves.map(({ category, subcategory, cases, before }) => ({
			category,
			subcategory,
			cases,
			before
		}))
	];
	const total = problems.reduce((sum, { cases }) => sum + cases, 0);
	const total_before = problems.reduce((sum, { before }) => sum + before, 0);
	const changes = shareChanges(
		family.map(({ cases, before }) => ({ cases, cases_before: before, total, total_before }))
	);
	const moves = family.map((group, at): ShareMove => ({ ...group, ...changes[at]! }));
	const all = moves.slice(0, whole.length).sort((a, b) => b.cases - a.cases);
	const shown = moves.slice(whole.length).sort(byDistance).slice(0, mostSubcategories);
	const parents = new Set(shown.map(({ category }) => category));
	const others = all
		.filter(({ category }) => !parents.has(category))
		.sort(byDistance)
		.slice(0, Math.max(0, mostSubcategories - parents.size));
	const kept = new Set([...parents, ...others.map(({ category }) => category)]);
	return {
		moves:
			whole.length === 0
				? shown
				: all
						.filter(({ category }) => kept.has(category))
						.flatMap((move) => [
							move,
							...shown.filter(({ category }) => category === move.category)
						]),
		categories: whole.length,
		subcategories: leaves.length,
		found: moves.filter(({ verdict }) => verdict === 'up' || verdict === 'down').length
	};
}

function byDistance(a: ShareMove, b: ShareMove): number {
	return Math.abs(b.difference ?? 0) - Math.abs(a.difference ?? 0);
}
