import { spearman } from '#lib/statistics/association/spearman.ts';
import { proportionDifference } from '#lib/statistics/proportion/difference.ts';
import { scoreSummary } from '#lib/statistics/satisfaction/score-summary.ts';
import { fewestCases } from './association-strength.ts';
import type { Coefficient } from './association.ts';
import type { Measured } from './headline.ts';

/** Sides of handling a customer can score beside the whole. */
export const sides = ['timeliness', 'solution', 'openness', 'follow_up'] as const;
export type Side = (typeof sides)[number];

/** Cases with one score of a side and one overall score, as `queries/satisfaction/sides.sql` counts them. */
export interface SideCount {
	readonly side: string;
	/** Null where only the side was scored. */
	readonly overall: number | null;
	readonly score: number;
	readonly cases: number;
}

export interface SideFacts {
	readonly side: Side;
	/** Cases that scored it. */
	readonly n: number;
	readonly satisfied: number;
	/** Share of 4 and 5, 0–1. */
	readonly share: Measured;
	/** Mean score 1–5. */
	readonly mean: Measured;
	/** Spearman's ρ with the overall score, of cases that gave both. */
	readonly withOverall: Coefficient;
}

/** Every side that was scored, in their order. */
export function sideFacts(rows: readonly SideCount[]): SideFacts[] {
	return sides.flatMap((side) => {
		const own = rows.filter((row) => row.side === side);
		if (own.length === 0) return [];
		const columns = {
			scores: own.map(({ score }) => score),
			counts: own.map(({ cases }) => cases)
		};
		const { n, mean, topTwo } = scoreSummary(columns, 5);
		const both = own.filter(({ overall }) => overall !== null);
		const { rho, ...rest } = spearman({
			x: both.map(({ score }) => score),
			y: both.map(({ overall }) => overall ?? Number.NaN),
			n: both.map(({ cases }) => cases)
		});
		return [
			{
				side,
				n,
				satisfied: topTwo.count,
				share: measured(topTwo.proportion, n, topTwo),
				mean: measured(mean.mean, n, mean),
				withOverall: { value: rho, ...rest }
			}
		];
	});
}

export interface WeakestSide {
	readonly weakest: SideFacts;
	readonly next: SideFacts;
	/** Satisfied share of the weakest less that of the next, 0–1, Newcombe. */
	readonly difference: Measured;
	/** Whether the interval of the difference holds no zero. */
	readonly apart: boolean;
}

/**
 * The side with the smallest satisfied share, and whether it can be told from the next. The two samples
 * are taken as independent; that the same customers score both makes the interval too wide, not too narrow.
 * Null with fewer than two sides scored often enough.
 */
export function weakestSide(facts: readonly SideFacts[]): WeakestSide | null {
	const [weakest, next] = facts
		.filter(({ n }) => n >= fewestCases)
		.toSorted((a, b) => a.satisfied / a.n - b.satisfied / b.n);
	if (!weakest || !next) return null;
	const { difference, intervals } = proportionDifference(
		{ x1: weakest.satisfied, n1: weakest.n, x2: next.satisfied, n2: next.n },
		0.95
	);
	const [lower, upper] = intervals.newcombe ?? [null, null];
	return {
		weakest,
		next,
		difference: measured(difference, weakest.n + next.n, { lower, upper }),
		apart: upper !== null && upper < 0
	};
}

function measured(
	value: number | null,
	n: number,
	{ lower, upper }: { readonly lower: number | null; readonly upper: number | null }
): Measured {
	return { value, n, interval: lower === null || upper === null ? null : { lower, upper } };
}
