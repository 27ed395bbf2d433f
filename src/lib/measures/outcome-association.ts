import { changePValue, type Moments } from '#lib/statistics/contribution/part-change.ts';
import { pooledZ } from '#lib/statistics/proportion/difference.ts';
import { proportionRatio } from '#lib/statistics/proportion/ratio.ts';
import { benjaminiHochberg } from '#lib/statistics/testing/benjamini-hochberg.ts';
import { chiSquareTable } from '#lib/statistics/testing/chi-square-table.ts';
import { fisherExact } from '#lib/statistics/testing/fisher-exact.ts';
import { groupKey, type DriverGroup, type DriverGroups } from './driver-groups.ts';
import type { DriverDimension } from './driver-measures.ts';

/** Below this many cases of a value nothing is said of it. */
const fewestCases = 20;
const fewestExpected = 5;
const falseDiscoveryRate = 0.05;
/** Of one dimension, and of one pair of dimensions, at most so many are shown: a strong one would hide all others. */
const mostAlone = 4;
const mostPaired = 2;

/** A value, or a pair, whose cases have the outcome more or less often than all others. */
export interface Association extends Pick<
	DriverGroup,
	'dimension' | 'value' | 'second' | 'secondValue'
> {
	readonly cases: number;
	/** How many of them have the outcome. */
	readonly having: number;
	readonly share: number;
	/** Share among them by the share among all. */
	readonly lift: number | null;
	/** Share among them by the share among all others, with Koopman's score interval. */
	readonly riskRatio: number | null;
	readonly interval: { readonly lower: number; readonly upper: number | null } | null;
	/** Cases with the outcome beyond, or short of, what the share of all would give. */
	readonly excess: number;
	/** Adjusted over all values and pairs (Benjamini–Hochberg). */
	readonly adjusted: number;
}

/** How strongly a whole dimension goes with the outcome; V grows by chance with the number of values. */
export interface DimensionAssociation {
	readonly dimension: DriverDimension;
	readonly values: number;
	readonly cramersV: number;
	readonly pValue: number;
	/** By more than chance, Benjamini–Hochberg over the dimensions. */
	readonly found: boolean;
}

export interface Associations {
	readonly cases: number;
	readonly having: number;
	readonly judged: number;
	readonly found: number;
	/** Most excess first, above and below, the first few of each dimension. */
	readonly associations: readonly Association[];
	/** What is found first, the strongest on top; values with fewer than 20 cases are left out. */
	readonly dimensions: readonly DimensionAssociation[];
}

/**
 * Which values and pairs of values an outcome is associated with. χ² (pooled z) where every expected
 * count is 5 or more, else Fisher's exact test; a pair is judged by the weakest of three tests, against
 * all others and within each of its two values, so that it adds something beyond both.
 */
export function associations(groups: DriverGroups, most: number): Associations {
	const all = groups.all.now;
	const byKey = new Map(
		groups.singles.map((group) => [groupKey(group.dimension, group.value), group.now] as const)
	);
	const judged = [...groups.singles, ...groups.pairs].flatMap((group) => {
		const { now } = group;
		if (now.cases < fewestCases || all.cases - now.cases < fewestCases) return [];
		const wholes =
			group.second === null
				? [all]
				: [
						all,
						byKey.get(groupKey(group.dimension, group.value)),
						byKey.get(groupKey(group.second, group.secondValue))
					];
		const steps = wholes.map((whole) =>
			whole && whole.cases - now.cases >= fewestExpected ? against(now, whole) : null
		);
		if (!steps.every((step) => step !== null)) return [];
		const agrees = steps.every(({ direction }) => direction === steps[0]?.direction);
		return [{ group, pValue: agrees ? Math.max(...steps.map(({ pValue }) => pValue)) : 1 }];
	});
	const { adjusted, rejected } = benjaminiHochberg(
		judged.map(({ pValue }) => pValue),
		falseDiscoveryRate
	);
	const found = judged
		.map(({ group }, index) => ({ group, adjusted: adjusted[index]!, found: rejected[index] }))
		.filter((each) => each.found);
	const share = all.total / all.cases;
	const excess = ({ now }: DriverGroup) => now.total - now.cases * share;
	const confidence =
		1 - (falseDiscoveryRate * Math.max(1, found.length)) / Math.max(1, judged.length);
	return {
		cases: all.cases,
		having: all.total,
		judged: judged.length,
		found: found.length,
		associations: firstOfEach(
			found.sort((a, b) => Math.abs(excess(b.group)) - Math.abs(excess(a.group)))
		)
			.slice(0, most)
			.map(({ group, adjusted: p }): Association => {
				const { now } = group;
				const ratio = proportionRatio(tableOf(now, all), confidence);
				const [lower, upper] = ratio.riskRatioScoreInterval ?? [];
				return {
					dimension: group.dimension,
					value: group.value,
					second: group.second,
					secondValue: group.secondValue,
					cases: now.cases,
					having: now.total,
					share: now.total / now.cases,
					lift: share > 0 ? now.total / now.cases / share : null,
					riskRatio: ratio.riskRatio,
					interval: lower === undefined ? null : { lower, upper: upper ?? null },
					excess: excess(group),
					adjusted: p
				};
			}),
		dimensions: dimensionsOf(groups)
	};
}

function firstOfEach<T extends { readonly group: DriverGroup }>(ranked: readonly T[]): T[] {
	const taken = new Map<string, number>();
	return ranked.filter(({ group: { dimension, second } }) => {
		const key = `${dimension} ${second ?? ''}`;
		taken.set(key, (taken.get(key) ?? 0) + 1);
		return taken.get(key)! <= (second === null ? mostAlone : mostPaired);
	});
}

/** The part against what is beside it in the whole. */
function against(part: Moments, whole: Moments) {
	const table = tableOf(part, whole);
	const share = whole.total / whole.cases;
	const smallest = Math.min(part.cases, whole.cases - part.cases) * Math.min(share, 1 - share);
	return {
		direction: Math.sign(table.x1 / table.n1 - table.x2 / table.n2),
		pValue: smallest >= fewestExpected ? changePValue(pooledZ(table)) : fisherExact(table)
	};
}

function tableOf(part: Moments, whole: Moments) {
	return {
		x1: part.total,
		n1: part.cases,
		x2: whole.total - part.total,
		n2: whole.cases - part.cases
	};
}

function dimensionsOf({ singles }: DriverGroups): DimensionAssociation[] {
	const byDimension = new Map<DriverDimension, Moments[]>();
	for (const { dimension, now } of singles)
		if (now.cases >= fewestCases)
			byDimension.set(dimension, [...(byDimension.get(dimension) ?? []), now]);
	const tested = [...byDimension].flatMap(([dimension, values]) => {
		const table = values.map(({ cases, total }) => [total, cases - total]);
		const { cramersV, pValue } = chiSquareTable(table);
		return cramersV === null || pValue === null
			? []
			: [{ dimension, values: values.length, cramersV, pValue }];
	});
	const pValues = tested.map(({ pValue }) => pValue);
	const { rejected } = benjaminiHochberg(pValues, falseDiscoveryRate);
	return tested
		.map((each, index) => ({ ...each, found: rejected[index] === true }))
		.sort((a, b) => Number(b.found) - Number(a.found) || b.cramersV - a.cramersV);
}
