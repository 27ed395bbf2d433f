import type { Numbers } from '../drawing.ts';

export type ParetoColumns = {
	/** One row a group; null is the blank group. Any order. */
	readonly key: readonly (string | null)[];
	/** Cases, cost or weight of a group. */
	readonly amount: Numbers;
	/** Keys that stand for "other" in the taxonomy: last but for the blank. */
	readonly other?: readonly string[];
	readonly selected?: string | null;
	/** More groups than this are folded into one that says how many. */
	readonly most?: number;
};

/** A row of a Pareto in drawing order. */
export type ParetoRow = {
	readonly kind: 'vital' | 'rest' | 'folded' | 'other' | 'blank';
	readonly id: string;
	readonly key: string | null;
	/** The groups a folded row stands for. */
	readonly keys: readonly (string | null)[];
	readonly name: string;
	readonly amount: number;
	/** 0–1 of the total. */
	readonly share: number;
	/** 0–1, this row and all before it. */
	readonly cumulative: number;
};

export type ParetoWords = {
	readonly amountName: string;
	readonly cumulativeName: string;
	/** Short heads of the columns of a Pareto on its side. */
	readonly shareName: string;
	/** Beside the 80 % line. */
	readonly mark: string;
	readonly blank: string;
	readonly folded: (groups: number) => string;
	readonly name: (key: string) => string;
	readonly amount: (amount: number) => string;
	readonly amountTick: (amount: number) => string;
	readonly share: (share: number) => string;
	/** A tick of the right axis, in percent. */
	readonly shareTick: (percent: number) => string;
	readonly tip: (row: ParetoRow) => readonly [string, ...string[]];
};

/** The share of the total the vital few reach together. */
export const vitalShare = 0.8;

/**
 * Largest first, then what was folded, then "other", then the blank group. The vital few are the
 * fewest named groups that reach 80 % together; where named groups never do, none is vital.
 */
export function paretoRows(columns: ParetoColumns, words: ParetoWords): ParetoRow[] {
	const other = new Set(columns.other ?? []);
	const groups = columns.key
		.map((key, at) => ({ key, amount: columns.amount[at] ?? 0 }))
		.filter(({ amount }) => amount > 0)
		.sort((a, b) => b.amount - a.amount || (a.key ?? '').localeCompare(b.key ?? ''));
	const total = groups.reduce((sum, { amount }) => sum + amount, 0);
	const named = groups.filter(({ key }) => key !== null && !other.has(key));
	const most = Math.max(columns.most ?? 24, 1);
	const shown = named.length > most ? named.slice(0, most - 1) : named;
	const left = named.slice(shown.length);
	type Draft = {
		kind: ParetoRow['kind'];
		key: string | null;
		keys: (string | null)[];
		name: string;
		amount: number;
	};
	const drafts: Draft[] = shown.map(({ key, amount }) => ({
		kind: 'rest',
		key,
		keys: [key],
		name: words.name(key ?? ''),
		amount
	}));
	if (left.length > 0) {
		drafts.push({
			kind: 'folded',
			key: null,
			keys: left.map(({ key }) => key),
			name: words.folded(left.length),
			amount: left.reduce((sum, { amount }) => sum + amount, 0)
		});
	}
	for (const { key, amount } of groups) {
		if (key !== null && other.has(key)) {
			drafts.push({ kind: 'other', key, keys: [key], name: words.name(key), amount });
		}
	}
	const blank = groups.find(({ key }) => key === null);
	if (blank !== undefined) {
		drafts.push({
			kind: 'blank',
			key: null,
			keys: [null],
			name: words.blank,
			amount: blank.amount
		});
	}
	return withShares(drafts, total);
}

function withShares(
	drafts: readonly Omit<ParetoRow, 'id' | 'share' | 'cumulative'>[],
	total: number
): ParetoRow[] {
	let sum = 0;
	const rows = drafts.map((draft) => {
		const before = sum / total;
		sum += draft.amount;
		const vital = draft.kind === 'rest' && before < vitalShare - 1e-12;
		return {
			...draft,
			kind: vital ? ('vital' as const) : draft.kind,
			id: draft.kind === 'rest' || draft.kind === 'other' ? `key ${draft.key}` : draft.kind,
			share: draft.amount / total,
			cumulative: sum / total
		};
	});
	const reached = rows.filter(({ kind }) => kind === 'vital').at(-1)?.cumulative ?? 0;
	if (reached >= vitalShare - 1e-12) return rows;
	return rows.map((row) => (row.kind === 'vital' ? { ...row, kind: 'rest' as const } : row));
}
