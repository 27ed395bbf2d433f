import {
	pooledDispersion,
	steppedDispersion,
	type SteppedSums
} from '#lib/statistics/contribution/dispersion.ts';
import { groupKey, type DriverGroup } from './driver-groups.ts';
import type { DriverKind } from './driver-measures.ts';

/** A row of `queries/drivers/variation.sql`: a value in one week or day. */
export interface VariationRow {
	readonly dimension: string | null;
	readonly value: string | null;
	readonly step: string;
	readonly cases: number;
	readonly total: number;
	readonly squares: number;
}

type Widening = (group: DriverGroup | null, cases: number) => number;

/**
 * How much more than chance the values of each dimension vary from step to step of the baseline. Only
 * whole steps are used, given in `steps` with the exposure of each; a value without cases in a step
 * had none. A pair takes the wider of its two dimensions.
 */
export function driverDispersion(
	rows: readonly VariationRow[],
	steps: readonly { readonly step: string; readonly exposure: number }[],
	kind: DriverKind
): Widening {
	const at = new Map(steps.map(({ step }, index) => [step, index]));
	const byValue = new Map<string, VariationRow[]>();
	for (const row of rows) {
		if (!at.has(row.step)) continue;
		const key = row.dimension === null ? '' : groupKey(row.dimension, row.value);
		const own = byValue.get(key);
		if (own) own.push(row);
		else byValue.set(key, [row]);
	}
	const all = columnsOf(byValue.get('') ?? [], at);
	const exposures = kind === 'flow' ? steps.map(({ exposure }) => exposure) : all.cases;
	const stepped = (own: readonly VariationRow[]) =>
		kind === 'flow' ? flowSteps(columnsOf(own, at), exposures) : meanSteps(columnsOf(own, at), all);
	const byDimension = new Map<string, SteppedSums[]>();
	for (const [key, own] of byValue) {
		if (key === '') continue;
		const dimension = own[0]?.dimension ?? '';
		byDimension.set(dimension, [...(byDimension.get(dimension) ?? []), stepped(own)]);
	}
	const pooled = new Map(
		[...byDimension].map(([dimension, values]) => [dimension, pooledDispersion(values)] as const)
	);
	const total = Math.max(1, steppedDispersion(stepped(byValue.get('') ?? [])) ?? 1);
	// Both samples together are as many steps of the baseline as their cases say.
	const perStep = (cases: number) =>
		sum(all.cases) > 0 ? cases / 2 / Math.max(1, steps.length) : 0;
	return (group, cases) => {
		if (group === null) return total;
		const widest = [group.dimension, group.second].map((dimension) =>
			dimension === null ? 1 : (pooled.get(dimension)?.(perStep(cases)) ?? 1)
		);
		return Math.max(...widest);
	};
}

interface Columns {
	readonly cases: readonly number[];
	readonly totals: readonly number[];
	readonly squares: readonly number[];
}

function columnsOf(rows: readonly VariationRow[], at: ReadonlyMap<string, number>): Columns {
	const column = () => new Array<number>(at.size).fill(0);
	const [cases, totals, squares] = [column(), column(), column()];
	for (const row of rows) {
		const index = at.get(row.step)!;
		cases[index] = row.cases;
		totals[index] = row.total;
		squares[index] = row.squares;
	}
	return { cases, totals, squares };
}

function flowSteps(own: Columns, exposures: readonly number[]): SteppedSums {
	const exposure = sum(exposures);
	const [rate, second] = [sum(own.totals) / exposure, sum(own.squares) / exposure];
	return {
		sums: own.totals,
		expected: exposures.map((e) => rate * e),
		variances: exposures.map((e) => second * e),
		meanCases: sum(own.cases) / exposures.length
	};
}

/** Sums of the value less the mean of all, as a contribution counts them. */
function meanSteps(own: Columns, all: Columns): SteppedSums {
	const cases = sum(all.cases);
	const mean = sum(all.totals) / cases;
	const each = (sum(own.totals) - mean * sum(own.cases)) / cases;
	const square =
		(sum(own.squares) - 2 * mean * sum(own.totals) + mean ** 2 * sum(own.cases)) / cases;
	return {
		sums: own.totals.map((total, i) => total - mean * own.cases[i]!),
		expected: all.cases.map((n) => n * each),
		variances: all.cases.map((n) => n * (square - each ** 2)),
		meanCases: sum(own.cases) / all.cases.length
	};
}

function sum(values: readonly number[]): number {
	return values.reduce((total, value) => total + value, 0);
}
