import { twoSidedNormalQuantile } from '../distributions/normal.ts';
import type { Interval } from '../interval.ts';
import { sum } from '../sum.ts';

export interface Agreement {
	/** Things both judged. */
	readonly judged: number;
	/** Share 0–1 they judged alike. */
	readonly observed: number;
	/** Share 0–1 they would have judged alike by chance, given how often each says what. */
	readonly expected: number;
	/** Null where both always said the same one thing: then nothing could have shown a difference. */
	readonly kappa: number | null;
	/** Cut at −1 and 1; null with kappa. */
	readonly interval: Interval | null;
}

/**
 * Agreement of two judges beyond chance (unweighted kappa) with its large-sample interval.
 * Sources: Cohen (1960), Educational and Psychological Measurement 20:37; standard error as Fleiss, Cohen &
 * Everitt (1969), Psychological Bulletin 72:323, eq. 13.
 * @param table how often the first judge said the row and the second the column; square
 * @returns null where they judged nothing in common
 */
export function cohensKappa(
	table: readonly (readonly number[])[],
	confidence = 0.95
): Agreement | null {
	if (table.some((row) => row.length !== table.length))
		throw new RangeError('the table of two judges is square');
	const judged = sum(table.map((row) => sum(row)));
	if (judged === 0) return null;
	const share = table.map((row) => row.map((count) => count / judged));
	const first = share.map((row) => sum(row));
	const second = share.map((_, column) => sum(share.map((row) => row[column] ?? 0)));
	const observed = sum(share.map((row, at) => row[at] ?? 0));
	const expected = sum(first.map((part, at) => part * (second[at] ?? 0)));
	const found = { judged, observed, expected };
	if (!(expected < 1)) return { ...found, kappa: null, interval: null };
	const kappa = (observed - expected) / (1 - expected);
	const alike = sum(
		share.map((row, at) => {
			const both = (first[at] ?? 0) + (second[at] ?? 0);
			return (row[at] ?? 0) * (1 - both * (1 - kappa)) ** 2;
		})
	);
	const unlike = sum(
		share.flatMap((row, at) =>
			row.map((part, to) => (at === to ? 0 : part * ((second[at] ?? 0) + (first[to] ?? 0)) ** 2))
		)
	);
	const centre = (kappa - expected * (1 - kappa)) ** 2;
	const variance = (alike + (1 - kappa) ** 2 * unlike - centre) / (judged * (1 - expected) ** 2);
	const margin = twoSidedNormalQuantile(confidence) * Math.sqrt(Math.max(0, variance));
	return {
		...found,
		kappa,
		interval: { lower: Math.max(-1, kappa - margin), upper: Math.min(1, kappa + margin) }
	};
}
