import { widened, type Choosable } from '#lib/filter/change.ts';
import { formatFilter } from '#lib/filter/codec.ts';
import type { Filter } from '#lib/filter/filter.ts';

/** A value and how many of the chosen cases carry it; null is the blank group. */
export interface CountedValue {
	readonly value: string | null;
	readonly cases: number;
}

/** Where the values of a dimension are told, counted among the cases the rest of the filter leaves. */
function valuesHref(dimension: Choosable, filter: Filter): string {
	return `/api/values/${dimension}?${formatFilter(widened(filter, dimension))}`;
}

/** Fetches them. Throws what `fetch` throws, and on any answer but a good one. */
export async function fetchValues(
	dimension: Choosable,
	filter: Filter,
	fetcher: typeof fetch = fetch
): Promise<readonly CountedValue[]> {
	const response = await fetcher(valuesHref(dimension, filter));
	if (!response.ok) throw new Error(`values of ${dimension}: ${response.status}`);
	const { values } = (await response.json()) as { values: CountedValue[] };
	return values;
}

/** A list cut to what is typed and to what fits: chosen values first, nothing left out unsaid. */
export function narrowedValues(
	values: readonly CountedValue[],
	chosen: readonly string[],
	typed: string,
	most: number
): { readonly shown: readonly CountedValue[]; readonly hidden: number } {
	const text = typed.trim().toLowerCase();
	const known = new Set(values.map(({ value }) => value ?? ''));
	const all = [
		...chosen.filter((value) => !known.has(value)).map((value) => ({ value, cases: 0 })),
		...values
	];
	const isChosen = ({ value }: CountedValue) => chosen.includes(value ?? '');
	const fitting = all.filter(
		(counted) => isChosen(counted) || (counted.value ?? '').toLowerCase().includes(text)
	);
	const ordered = [...fitting.filter(isChosen), ...fitting.filter((value) => !isChosen(value))];
	const room = Math.max(most, chosen.length);
	return { shown: ordered.slice(0, room), hidden: Math.max(ordered.length - room, 0) };
}
