import { widened } from '#lib/filter/change.ts';
import type { Filter } from '#lib/filter/filter.ts';
import { selectionKey } from '#lib/filter/selection-key.ts';
import { restOf } from '#lib/improvement/selection.ts';
import { dimensions, type Dimension } from '#lib/measures/case-fields.ts';
import { dimensionValues } from './dimension-values.ts';
import { scopeOf, type Scope } from './scope.ts';

/** Other cases to hold an improvement against: those of the other values of a dimension. */
export interface Comparison {
	readonly dimension: Dimension;
	/** Query text, as a plan keeps it. */
	readonly key: string;
	/** How many other values there are. */
	readonly values: number;
	readonly cases: number;
}

/** Texts of a plan have an end: a longer list of values is cut where it would not fit. */
const longestKey = 7_000;
const mostValues = 60;

/** The rest of each dimension the cases are chosen by; that of what was marked comes first. */
export async function comparisonsOf(
	{ person, signal }: Scope,
	selection: Filter,
	marked: Dimension | undefined
): Promise<readonly Comparison[]> {
	const chosenBy = dimensions
		.filter((name) => (selection.dimensions[name]?.length ?? 0) > 0)
		.sort((a, b) => Number(b === marked) - Number(a === marked));
	const found = await Promise.all(
		chosenBy.map(async (dimension): Promise<Comparison | null> => {
			const around = await scopeOf(person, widened(selection, dimension), signal);
			const { values } = await dimensionValues(around, dimension);
			const chosen = selection.dimensions[dimension] ?? [];
			const others = values
				.filter(({ value }) => !chosen.includes(value ?? ''))
				.slice(0, mostValues);
			for (let count = others.length; count > 0; count = Math.floor(count / 2)) {
				const kept = others.slice(0, count);
				const rest = restOf(
					selection,
					dimension,
					kept.map(({ value }) => value)
				);
				const key = rest && selectionKey(rest);
				if (key && key.length <= longestKey)
					return {
						dimension,
						key,
						values: count,
						cases: kept.reduce((sum, { cases }) => sum + cases, 0)
					};
			}
			return null;
		})
	);
	return found.filter((comparison) => comparison !== null);
}
