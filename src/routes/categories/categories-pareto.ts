import {
	paretoRows,
	type ParetoColumns,
	type ParetoRow,
	type ParetoWords
} from '#lib/charts/options/pareto-columns.ts';
import type { Formats } from '#lib/format/formats.ts';
import { foldedKey, ranked, type Group } from '#lib/measures/category-tree.ts';
import { meansOther } from '#lib/measures/other-values.ts';
import * as m from '#lib/messages/generated/messages.js';
import type { Weight } from '#lib/server/questions/categories-page.ts';
import { groupName } from './categories-links.ts';

const mostBars = 24;

/** A ranking ready to draw: bars, their words, and the group behind each. */
export interface Ranking {
	readonly groups: readonly Group[];
	readonly columns: ParetoColumns;
	readonly words: ParetoWords;
	readonly rows: readonly ParetoRow[];
	/** Fewest that reach 80 % together; none where named groups never do. */
	readonly vital: readonly ParetoRow[];
	/** Values there are, blank left out. */
	readonly values: number;
	readonly cases: number;
}

export function ranking(
	f: Formats,
	all: readonly Group[],
	weight: Weight,
	selected?: string | null
): Ranking {
	const groups = ranked(all, mostBars);
	const words = paretoWords(f, groups, weight);
	const columns: ParetoColumns = {
		key: groups.map(({ key }) => key),
		amount: groups.map(({ amount }) => amount),
		other: groups.flatMap(({ key }) =>
			key !== null && (key === foldedKey || meansOther(key)) ? [key] : []
		),
		selected,
		most: mostBars + 2
	};
	const rows = paretoRows(columns, words);
	return {
		groups,
		columns,
		words,
		rows,
		vital: rows.filter(({ kind }) => kind === 'vital'),
		values: groups.reduce((sum, { key, values }) => sum + (key === null ? 0 : values), 0),
		cases: groups.reduce((sum, { cases }) => sum + cases, 0)
	};
}

/** An amount in the unit of the weight. */
export function amountText(f: Formats, weight: Weight, amount: number): string {
	return weight === 'cost' ? f.money(amount) : f.count(amount);
}

export const amountNames: Readonly<Record<Weight, () => string>> = {
	count: m.categories_amount_count,
	cost: m.categories_amount_cost,
	severity: m.categories_amount_severity
};

function paretoWords(f: Formats, groups: readonly Group[], weight: Weight): ParetoWords {
	const byKey = new Map(groups.map((group) => [group.key, group]));
	const amount = (value: number) => amountText(f, weight, value);
	const short = (value: number) =>
		weight === 'cost'
			? f.compactCount(value)
			: value >= 1e6
				? f.compactCount(value)
				: f.count(value);
	return {
		amountName: amountNames[weight](),
		cumulativeName: m.categories_cumulative_axis(),
		shareName: m.categories_share(),
		mark: m.categories_mark(),
		blank: m.blank_value(),
		folded: (count) => m.categories_folded({ count, shown: f.count(count) }),
		name: (key) => groupName(f, byKey.get(key) ?? { key, values: 1 }),
		amount: short,
		amountTick: short,
		share: f.percent,
		shareTick: (percent) => f.number(percent),
		tip: (row) => [
			row.name,
			weight === 'count'
				? m.categories_tip_cases({ count: row.amount, shown: f.count(row.amount) })
				: `${amountNames[weight]()} ${amount(row.amount)}`,
			m.categories_tip_share({ share: f.percent(row.share), cumulative: f.percent(row.cumulative) })
		]
	};
}
