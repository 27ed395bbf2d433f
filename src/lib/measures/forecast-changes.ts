import { levelChanges } from '#lib/statistics/forecast/level-changes.ts';
import type { VolumeSeries } from './forecast-methods.ts';
import { logOfCount } from './forecast-path.ts';

/** A change of level that the counts suggest; it is never applied to anything by itself. */
export interface SuggestedChange {
	/** Place of the first period at the new level. */
	readonly at: number;
	/** New level over old: 0.5 is half as many cases. */
	readonly factor: number;
}

/** Periods a level lasts at least: a quarter, six weeks. */
const shortest: Readonly<Record<number, number>> = { 12: 3, 52: 6 };
/**
 * So that a steady series of 36 months is given a change about once in twenty (the simulation in
 * `test/measures/forecast-changes.test.ts`).
 */
const penalty = 4;
const rounds = 3;

/**
 * Changes of level in the log of cases a day, beside the wave of the year, festivals and, where there is one, a
 * straight trend.
 * Below two seasons a change cannot be told from a season.
 */
export function suggestedChanges({
	counts,
	days,
	festivals,
	wave,
	season
}: VolumeSeries): readonly SuggestedChange[] {
	const known = counts.length;
	if (known < 2 * season) return [];
	const rates = counts.map((count, t) => logOfCount(count) - Math.log(days[t]!));
	const columns = [
		rates.map(() => 1),
		...[...wave, ...festivals].map((column) => column.slice(0, known))
	];
	const trend = rates.map((_, t) => t / known);
	const options = { shortest: shortest[season] ?? 3, rounds, penalty, trend };
	return levelChanges(rates, columns, options).map(({ at, size }) => ({
		at,
		factor: Math.exp(size)
	}));
}
