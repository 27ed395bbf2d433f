import { wilsonInterval, type ProportionWithInterval } from '#lib/statistics/proportion/wilson.ts';
import { quantileType7 } from '#lib/statistics/quantile.ts';
import { endings, isJudged, isShown, type Achievement, type Ending } from './achievement.ts';
import { sustainDays, type SustainDays } from './improvement.ts';
import type { Avoided } from './verdict.ts';

/** A sum over so many improvements. */
export interface SumOver<T> {
	readonly sum: T;
	readonly count: number;
}

/** A middle value in days, of so many improvements; null where there is none. */
export interface DaysOf {
	readonly median: number | null;
	readonly count: number;
}

/** How many of the gains that were looked at again were still there. */
export interface Lasting extends ProportionWithInterval {
	readonly days: SustainDays;
	readonly held: number;
	readonly checked: number;
}

/** What improvements achieved together. */
export interface Portfolio {
	readonly improvements: number;
	readonly judged: number;
	readonly endings: Readonly<Record<Ending, number>>;
	/** Of what was computed and holds; null where no verdict counts any. */
	readonly casesAvoided: SumOver<Avoided> | null;
	readonly costAvoided: SumOver<Avoided> | null;
	/** Of verdicts that two people put over what was computed: beside the sums, never in them. */
	readonly overridden: Pick<Portfolio, 'casesAvoided' | 'costAvoided'>;
	/** Planned cost and claimed benefit of those with a verdict. */
	readonly cost: SumOver<number>;
	readonly benefit: SumOver<number>;
	/** Claim and calculation of those that have both: like for like. */
	readonly claimedAndComputed: {
		readonly count: number;
		readonly claimed: number;
		readonly computed: Avoided;
	} | null;
	readonly toEffective: DaysOf;
	readonly toVerdict: DaysOf;
	readonly lasting: readonly Lasting[];
	/** Judged ones that measure the same of the same cases as another: their gains overlap. */
	readonly overlapping: number;
}

const confidence = 0.95;

/**
 * The sum of amounts with its interval, as for independent amounts: half-widths add up in squares, each
 * side by itself, since intervals of ratios are lopsided. For normal ones this is the sum of variances.
 * Source: Zou & Donner (2008), Statistics in Medicine 27:1693 (method of variance estimates recovery).
 * Null for no amounts.
 */
export function combined(amounts: readonly Avoided[]): Avoided | null {
	if (amounts.length === 0) return null;
	const value = total(amounts.map((amount) => amount.value));
	const below = total(amounts.map((amount) => (amount.value - amount.lower) ** 2));
	const above = total(amounts.map((amount) => (amount.upper - amount.value) ** 2));
	return { value, lower: value - Math.sqrt(below), upper: value + Math.sqrt(above) };
}

/**
 * What improvements came to, winners and others alike: adding up only what was found effective would
 * count luck as gain. What people hold against the data is no gain the data show, and no part of a sum.
 */
export function portfolioOf(all: readonly Achievement[]): Portfolio {
	const judged = all.filter(isJudged);
	const [shown, held] = [judged.filter(isShown), judged.filter((one) => !isShown(one))];
	const both = shown.filter(({ benefit, costAvoided }) => benefit !== null && costAvoided !== null);
	const computed = combined(both.flatMap(({ costAvoided }) => costAvoided ?? []));
	return {
		improvements: all.length,
		judged: judged.length,
		endings: Object.fromEntries(
			endings.map((ending) => [ending, all.filter((one) => one.ending === ending).length])
		) as Portfolio['endings'],
		...avoidedBy(shown),
		overridden: avoidedBy(held),
		cost: sumOf(judged.flatMap(({ cost }) => cost ?? [])),
		benefit: sumOf(judged.flatMap(({ benefit }) => benefit ?? [])),
		claimedAndComputed: computed && {
			count: both.length,
			claimed: total(both.map(({ benefit }) => benefit ?? 0)),
			computed
		},
		toEffective: daysOf(all.flatMap(({ daysToEffective }) => daysToEffective ?? [])),
		toVerdict: daysOf(all.flatMap(({ daysToVerdict }) => daysToVerdict ?? [])),
		lasting: sustainDays.map((days) => lastingOf(all, days)),
		overlapping: overlappingOf(judged)
	};
}

/** By what a portfolio is broken down. */
export const groupings = ['category', 'team', 'year'] as const;
export type Grouping = (typeof groupings)[number];

/** The groups an achievement belongs to; the empty one where it says none. */
export function groupsOf({ categories, team, year }: Achievement, by: Grouping): readonly string[] {
	if (by === 'year') return [year];
	if (by === 'team') return [team];
	return categories.length > 0 ? categories : [''];
}

export interface PortfolioGroup {
	readonly name: string;
	readonly portfolio: Portfolio;
}

/** The portfolio of each group: years latest first, others by how many they hold. */
export function groupedBy(all: readonly Achievement[], by: Grouping): PortfolioGroup[] {
	const names = [...new Set(all.flatMap((one) => groupsOf(one, by)))];
	const groups = names.map((name) => ({
		name,
		portfolio: portfolioOf(all.filter((one) => groupsOf(one, by).includes(name)))
	}));
	if (by === 'year') return groups.sort((a, b) => (a.name < b.name ? 1 : -1));
	return groups.sort(
		(a, b) => b.portfolio.improvements - a.portfolio.improvements || (a.name < b.name ? -1 : 1)
	);
}

function avoidedBy(all: readonly Achievement[]): Pick<Portfolio, 'casesAvoided' | 'costAvoided'> {
	return {
		casesAvoided: sumOfAvoided(all.flatMap(({ casesAvoided }) => casesAvoided ?? [])),
		costAvoided: sumOfAvoided(all.flatMap(({ costAvoided }) => costAvoided ?? []))
	};
}

function lastingOf(all: readonly Achievement[], days: SustainDays): Lasting {
	const checks = all.flatMap(({ held }) => held[days] ?? []);
	const held = checks.filter(Boolean).length;
	return { days, held, checked: checks.length, ...wilsonInterval(held, checks.length, confidence) };
}

function overlappingOf(judged: readonly Achievement[]): number {
	const counts = new Map<string, number>();
	for (const { subject } of judged) counts.set(subject, (counts.get(subject) ?? 0) + 1);
	return [...counts.values()].filter((count) => count > 1).reduce((sum, count) => sum + count, 0);
}

function sumOfAvoided(amounts: readonly Avoided[]): SumOver<Avoided> | null {
	const sum = combined(amounts);
	return sum && { sum, count: amounts.length };
}

function sumOf(amounts: readonly number[]): SumOver<number> {
	return { sum: total(amounts), count: amounts.length };
}

function daysOf(days: readonly number[]): DaysOf {
	return { median: quantileType7(days, [0.5])[0] ?? null, count: days.length };
}

function total(numbers: readonly number[]): number {
	return numbers.reduce((sum, number) => sum + number, 0);
}
