import { narrowed } from '#lib/filter/change.ts';
import type { Filter } from '#lib/filter/filter.ts';
import type { Dimension } from '#lib/measures/case-fields.ts';

/** Where a gain might be had again: the same problem elsewhere, or a problem that looks like it. */
export interface Similar {
	readonly kind: 'elsewhere' | 'sibling';
	readonly filter: Filter;
	/** What differs from the improved selection. */
	readonly by: Dimension;
	readonly value: string;
	readonly cases: number;
	/** 0–1, how alike their cases are spread; null for the same problem, which is alike by name. */
	readonly likeness: number | null;
}

/** Where a problem may happen, the most concrete first: one of them is exchanged for another. */
export const places = ['shop', 'team', 'region', 'product', 'product_category', 'channel'] as const;
export type Place = (typeof places)[number];

/** The place a selection names: where else the same may happen. */
export function placeOf({ dimensions }: Filter): Place | null {
	return places.find((name) => (dimensions[name]?.length ?? 0) > 0) ?? null;
}

/** The one value of a dimension a selection is narrowed to; null where it names none or several. */
export function onlyValue({ dimensions }: Filter, by: Dimension): string | null {
	const [value, ...more] = dimensions[by] ?? [];
	return value !== undefined && value !== '' && more.length === 0 ? value : null;
}

/** Cases of one value of one dimension. */
export interface ValueCases {
	readonly value: string;
	readonly cases: number;
}

/** How the cases of a problem spread over products, departments and channels: `dimension value` → cases. */
export interface Profile {
	readonly name: string;
	readonly cases: number;
	readonly spread: ReadonlyMap<string, number>;
}

/**
 * How alike two spreads are: the cosine of their square roots, dimension by dimension weighted alike
 * (Bhattacharyya coefficient). 1: the same shares everywhere, 0: nothing in common, null: nothing known.
 */
export function likeness(one: Profile, other: Profile): number | null {
	const [own, theirs] = [shares(one.spread), shares(other.spread)];
	let [sum, dimensions] = [0, 0];
	for (const [dimension, values] of own) {
		const beside = theirs.get(dimension);
		if (!beside) continue;
		dimensions++;
		for (const [value, share] of values) sum += Math.sqrt(share * (beside.get(value) ?? 0));
	}
	return dimensions === 0 ? null : sum / dimensions;
}

/** A spread that is less alike has another cause more likely than the same. */
const leastAlike = 0.7;
/** Fewer cases are no problem worth spreading to. */
const fewest = 10;
const mostOfKind = 4;

/** The same problem in other places, by cases. */
export function elsewhere(
	selection: Filter,
	by: Place,
	values: readonly ValueCases[]
): readonly Similar[] {
	const own = selection.dimensions[by] ?? [];
	return values
		.filter(({ value, cases }) => value !== '' && !own.includes(value) && cases >= fewest)
		.toSorted((a, b) => b.cases - a.cases)
		.slice(0, mostOfKind)
		.map(({ value, cases }) => ({
			kind: 'elsewhere',
			filter: narrowed(selection, by, [value]),
			by,
			value,
			cases,
			likeness: null
		}));
}

/** Other problems of the same category whose cases spread alike, the most alike first. */
export function siblings(selection: Filter, profiles: readonly Profile[]): readonly Similar[] {
	const name = onlyValue(selection, 'subcategory');
	const own = profiles.find((profile) => profile.name === name);
	if (name === null || !own) return [];
	return profiles
		.flatMap((profile): Similar[] => {
			const alike = profile === own ? null : likeness(own, profile);
			if (alike === null || alike < leastAlike || profile.cases < fewest) return [];
			return [
				{
					kind: 'sibling',
					filter: narrowed(selection, 'subcategory', [profile.name]),
					by: 'subcategory',
					value: profile.name,
					cases: profile.cases,
					likeness: alike
				}
			];
		})
		.sort((a, b) => (b.likeness ?? 0) - (a.likeness ?? 0) || b.cases - a.cases)
		.slice(0, mostOfKind);
}

type Shares = Map<string, Map<string, number>>;

function shares(spread: ReadonlyMap<string, number>): Shares {
	const byDimension: Shares = new Map();
	for (const [key, cases] of spread) {
		const at = key.indexOf(' ');
		const values = byDimension.get(key.slice(0, at)) ?? new Map<string, number>();
		values.set(key.slice(at + 1), cases);
		byDimension.set(key.slice(0, at), values);
	}
	for (const values of byDimension.values()) {
		const total = [...values.values()].reduce((sum, cases) => sum + cases, 0);
		for (const [value, cases] of values) values.set(value, total > 0 ? cases / total : 0);
	}
	return byDimension;
}
