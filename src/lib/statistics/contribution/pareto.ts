/** A count or weight of one category; value ≥ 0. */
export interface ParetoItem {
	readonly name: string;
	readonly value: number;
}

export interface Pareto {
	/** names by falling value, equal values in input order, the "other" item last */
	readonly order: readonly string[];
	readonly values: readonly number[];
	/** percent of the total; null when the total is 0 */
	readonly sharePercent: readonly (number | null)[];
	readonly cumulativePercent: readonly (number | null)[];
	/** how many items it takes to reach the threshold; 0 when the total is 0 */
	readonly vitalFewCount: number;
}

/** Sums of decimals that reach the threshold exactly must count as reaching it. */
const SLACK = 1e-9;

/**
 * Order, shares and "vital few" of a Pareto chart.
 * Source: Juran's Quality Handbook; the lumped "other" stays last whatever its size.
 * @param threshold share 0..1, usually 0.8; reaching it exactly counts
 * @param otherName name of the item that lumps the rest, if there is one
 */
export function pareto(
	items: readonly ParetoItem[],
	threshold: number,
	otherName: string | null = null
): Pareto {
	const isOther = (item: ParetoItem): number => (item.name === otherName ? 1 : 0);
	const sorted = items.toSorted((a, b) => isOther(a) - isOther(b) || b.value - a.value);
	const total = sorted.reduce((sum, item) => sum + item.value, 0);
	let running = 0;
	const cumulative = sorted.map((item) => (running += item.value));
	const percent = (value: number): number | null => (total > 0 ? (100 * value) / total : null);
	const reached = cumulative.findIndex((value) => value >= (threshold - SLACK) * total);
	return {
		order: sorted.map((item) => item.name),
		values: sorted.map((item) => item.value),
		sharePercent: sorted.map((item) => percent(item.value)),
		cumulativePercent: cumulative.map(percent),
		vitalFewCount: total > 0 ? reached + 1 : 0
	};
}
