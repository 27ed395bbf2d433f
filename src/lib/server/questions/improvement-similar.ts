import { parseFilter } from '#lib/filter/codec.ts';
import { narrowed, widened } from '#lib/filter/change.ts';
import type { Filter } from '#lib/filter/filter.ts';
import { selectionKey } from '#lib/filter/selection-key.ts';
import type { Plan } from '#lib/improvement/plan.ts';
import {
	elsewhere,
	onlyValue,
	placeOf,
	siblings,
	type Profile,
	type Similar
} from '#lib/improvement/similar.ts';
import type { Person } from '#lib/server/access/person.ts';
import { ask } from './ask.ts';
import { byDimension } from './categories.ts';
import { dimensionValues } from './dimension-values.ts';
import { trendOf } from './improvement-trends.ts';
import { scopeOf } from './scope.ts';

/** A similar selection and how its measure stands today. */
export interface SimilarSelection extends Similar {
	/** Query text, as a plan keeps it. */
	readonly selection: string;
	/** Its last whole period, as the measure is shown; null where it has none. */
	readonly now: number | null;
}

/** Problems are alike when they concern the same goods, hands and ways: what a log tells of these. */
const profiled = ['product_category', 'department', 'channel'] as const;

/**
 * Where the gain of a plan might be had again, over the year the filter takes when none is named: the same
 * problem in other places, then problems of the same category that are alike. Empty where the selection
 * names neither a place nor one problem, or cannot be read.
 */
export async function similarOf(
	person: Person,
	plan: Plan,
	signal?: AbortSignal
): Promise<readonly SimilarSelection[]> {
	const { filter: selection, problems } = parseFilter(new URLSearchParams(plan.selection));
	if (problems.length > 0) return [];
	const found = [
		...(await inOtherPlaces(person, selection, signal)),
		...(await alikeProblems(person, selection, signal))
	];
	const plans = found.map(({ filter }) => ({ ...plan, selection: selectionKey(filter) }));
	const trends = await trendOf(person, plans, signal);
	return found.map((similar, at): SimilarSelection => {
		const { periods, values } = trends[at]!;
		const last = periods.findLastIndex(({ partial }) => !partial);
		return { ...similar, selection: plans[at]!.selection, now: values[last] ?? null };
	});
}

async function inOtherPlaces(person: Person, selection: Filter, signal?: AbortSignal) {
	const place = placeOf(selection);
	if (place === null) return [];
	const scope = await scopeOf(person, widened(selection, place), signal);
	const { values } = await dimensionValues(scope, place);
	return elsewhere(
		selection,
		place,
		values.map(({ value, cases }) => ({ value: value ?? '', cases }))
	);
}

async function alikeProblems(person: Person, selection: Filter, signal?: AbortSignal) {
	const category = onlyValue(selection, 'category');
	if (category === null || onlyValue(selection, 'subcategory') === null) return [];
	const around = narrowed(widened(selection, 'subcategory'), 'category', [category]);
	const scope = await scopeOf(person, around, signal);
	const cases = new Map<string, number>();
	const spreads = new Map<string, Map<string, number>>();
	for (const dimension of profiled.filter((name) => scope.columns.includes(name))) {
		const rows = await ask(scope, byDimension, { level: 'subcategory', dimension });
		const counted = cases.size > 0;
		for (const { name, kind, value, cases: count } of rows) {
			if (name === null) continue;
			// Of any dimension the rest and the blanks make up the whole.
			if (!counted) cases.set(name, (cases.get(name) ?? 0) + count);
			if (kind !== 'value') continue;
			const spread = spreads.get(name) ?? new Map<string, number>();
			spreads.set(name, spread.set(`${dimension} ${value ?? ''}`, count));
		}
	}
	const profiles = [...spreads].map(([name, spread]): Profile => ({
		name,
		cases: cases.get(name) ?? 0,
		spread
	}));
	return siblings(selection, profiles);
}
