import { driverDispersion, type VariationRow } from '#lib/measures/driver-dispersion.ts';
import { driverGroups, type DriverGroup, type GroupRow } from '#lib/measures/driver-groups.ts';
import { givenDimensions } from '#lib/measures/case-fields.ts';
import type { DriverDimension } from '#lib/measures/driver-measures.ts';
import { rankDrivers, type DriverRanking } from '#lib/measures/driver-ranking.ts';

/** Dimensions of the simulated log and how many values each has. */
const shape = [
	['channel', 5],
	['category', 12],
	['priority', 4],
	['product', 40],
	['region', 24]
] as const satisfies readonly (readonly [DriverDimension, number])[];
export const simulatedWeeks = 26;

/** A case: its week, the value of each dimension, and whether it counts. */
export interface SimulatedCase {
	readonly week: number;
	readonly values: readonly number[];
	readonly counts: 0 | 1;
}

/** What is planted: cases of this value come more often, or count more often, in the second sample. */
export interface Planted {
	readonly dimension: number;
	readonly value: number;
}

/** A sample of about `weekly` cases a week; weeks are good or bad together (a gamma of this spread). */
export function simulate(
	random: () => number,
	weekly: number,
	spread: number,
	share: number
): SimulatedCase[] {
	const cases: SimulatedCase[] = [];
	for (let week = 0; week < simulatedWeeks; week++) {
		const level = 1 + spread * normal(random);
		const count = poisson(random, Math.max(0.2, level) * weekly);
		for (let i = 0; i < count; i++) cases.push(oneCase(random, week, share));
	}
	return cases;
}

export function oneCase(random: () => number, week: number, share: number): SimulatedCase {
	return {
		week,
		// Squared, so that values differ in size as they do in logs.
		values: shape.map(([, count]) => Math.floor(random() ** 2 * count)),
		counts: random() < share ? 1 : 0
	};
}

/** The ranking as the page makes it, from the sums its queries answer with. */
export function ranked(
	now: readonly SimulatedCase[],
	before: readonly SimulatedCase[],
	kind: 'flow' | 'share'
): DriverRanking {
	const groups = driverGroups(groupRows(now, before, kind), false);
	const steps = Array.from({ length: simulatedWeeks }, (_, week) => ({
		step: String(week),
		exposure: 7
	}));
	const dispersion = driverDispersion(variationRows(before, kind), steps, kind);
	const exposures = { now: simulatedWeeks * 7, before: simulatedWeeks * 7 };
	return rankDrivers({ ...groups, kind, exposures, dispersion });
}

export const isPlanted = (group: DriverGroup, { dimension, value }: Planted): boolean =>
	group.second === null &&
	group.dimension === shape[dimension]?.[0] &&
	group.value === String(value);

export function poisson(random: () => number, mean: number): number {
	// Sums of exponential waits; in parts, so that nothing underflows.
	let count = 0;
	for (let waited = -Math.log(1 - random()); waited < mean; count++)
		waited -= Math.log(1 - random());
	return count;
}

function normal(random: () => number): number {
	return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function groupRows(
	now: readonly SimulatedCase[],
	before: readonly SimulatedCase[],
	kind: 'flow' | 'share'
): GroupRow[] {
	const rows = new Map<string, GroupRow>();
	const add = (cases: readonly SimulatedCase[], isNow: boolean) => {
		for (const { values, counts } of cases) {
			const measured = kind === 'flow' ? 1 : counts;
			const at = (a: number | null, b: number | null) => {
				const key = `${a}:${a === null ? '' : values[a]}:${b}:${b === null ? '' : values[b]}`;
				const row = rows.get(key) ?? emptyRow(a, b, values);
				const { cases: n, total } = isNow
					? row
					: { cases: row.cases_before, total: row.total_before };
				const sums = { n: n + 1, total: total + measured };
				rows.set(
					key,
					isNow
						? { ...row, cases: sums.n, total: sums.total, squares: sums.total }
						: {
								...row,
								cases_before: sums.n,
								total_before: sums.total,
								squares_before: sums.total
							}
				);
			};
			at(null, null);
			for (let a = 0; a < values.length; a++) {
				at(a, null);
				for (let b = a + 1; b < values.length; b++) at(a, b);
			}
		}
	};
	add(now, true);
	add(before, false);
	const fewest = Math.max(20, (now.length + before.length) / 1000);
	return [...rows.values()].filter(
		({ second, cases, cases_before }) => second === null || cases + cases_before >= fewest
	);
}

function emptyRow(a: number | null, b: number | null, values: readonly number[]): GroupRow {
	return {
		dimension: nameOf(a),
		value: a === null ? null : String(values[a]),
		second: nameOf(b),
		second_value: b === null ? null : String(values[b]),
		cases: 0,
		total: 0,
		squares: 0,
		cases_before: 0,
		total_before: 0,
		squares_before: 0
	};
}

function variationRows(before: readonly SimulatedCase[], kind: 'flow' | 'share'): VariationRow[] {
	const rows = new Map<string, VariationRow>();
	for (const { week, values, counts } of before) {
		const measured = kind === 'flow' ? 1 : counts;
		for (const dimension of [null, ...values.keys()]) {
			const value = dimension === null ? null : String(values[dimension]);
			const key = `${dimension}:${value}:${week}`;
			const row = rows.get(key);
			const [cases, total] = [(row?.cases ?? 0) + 1, (row?.total ?? 0) + measured];
			const step = String(week);
			rows.set(key, {
				dimension: nameOf(dimension),
				value,
				step,
				cases,
				total,
				squares: total
			});
		}
	}
	return [...rows.values()];
}

function nameOf(dimension: number | null): DriverDimension | null {
	const name = dimension === null ? undefined : shape[dimension]?.[0];
	return givenDimensions.find((each) => each === name) ?? null;
}
