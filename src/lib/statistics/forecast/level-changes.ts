import type { Columns } from '../regression/least-squares.ts';

export interface LevelChange {
	/** Place of the first value at the new level, 0-based. */
	readonly at: number;
	/** New level less old, in the unit of the values. */
	readonly size: number;
}

export interface LevelChangeOptions {
	/** Values a level lasts at least. */
	readonly shortest: number;
	/** Rounds of search; each finds one change, or a level that came and went. */
	readonly rounds: number;
	/** What a change must gain in n·log of the residual sum of squares, in units of log n; BIC is 1. */
	readonly penalty: number;
	/** A trend that may be there or not: it costs log n like any column of a regression. */
	readonly trend?: ArrayLike<number>;
}

/** One way to describe a series: the places of its steps, and the sum of squares it leaves. */
interface Description {
	readonly columns: Columns;
	readonly places: readonly number[];
	readonly left: number;
}

/**
 * Where a series changed its level: steps are added to a regression one at a time, or two at a time (a
 * level that came and went hides from single steps), as long as the best of them gains more than a
 * BIC-like penalty for each. With a trend that is not needed, one step can stand for another (up early and
 * a trend down for a step down late), so that the series is described with and without it: BIC chooses.
 * Source: forward selection as in binary segmentation (Scott & Knott 1974), the penalty larger than BIC's
 * since the place is searched for (Zhang & Siegmund 2007, Biometrics 63:22); set by simulation. BIC:
 * Schwarz (1978), Annals of Statistics 6:461.
 * @param columns what explains the series besides steps, a constant among them; linearly independent
 */
export function levelChanges(
	values: readonly number[],
	columns: Columns,
	options: LevelChangeOptions
): readonly LevelChange[] {
	const { trend, penalty } = options;
	const n = values.length;
	const plain = described(values, columns, options);
	if (!trend) return sized(values, plain);
	const trending = described(values, [...columns, trend], options);
	const cost = ({ left, places }: Description): number =>
		(n - columns.length - 1) * Math.log(left) + places.length * penalty * Math.log(n);
	return sized(values, cost(trending) + Math.log(n) < cost(plain) ? trending : plain);
}

/** Columns and the steps that were worth their penalty beside them. */
function described(
	values: readonly number[],
	columns: Columns,
	{ shortest, rounds, penalty }: LevelChangeOptions
): Description {
	const n = values.length;
	const basis: Float64Array[] = [];
	const rest = Float64Array.from(values);
	const add = (column: ArrayLike<number>): void => {
		const direction = unexplained(Float64Array.from(column), basis);
		const length = Math.sqrt(dot(direction, direction));
		if (!(length > 1e-9)) return;
		const unit = direction.map((value) => value / length);
		basis.push(unit);
		const part = dot(unit, rest);
		unit.forEach((value, t) => (rest[t]! -= part * value));
	};
	columns.forEach(add);
	const places: number[] = [];
	for (let round = 0; round < rounds; round++) {
		const free = Array.from(
			{ length: Math.max(0, n - 2 * shortest + 1) },
			(_, k) => k + shortest
		).filter((at) => places.every((place) => Math.abs(at - place) >= shortest));
		const found = best(free, basis, rest, { n, shortest, penalty });
		if (!found) break;
		for (const at of found) {
			places.push(at);
			add(stepAt(at, n));
		}
	}
	places.sort((a, b) => a - b);
	return { columns, places, left: Math.max(dot(rest, rest), Number.MIN_VALUE) };
}

/** The step or pair of steps that gains most beyond its penalty; null where none does. */
function best(
	free: readonly number[],
	basis: readonly Float64Array[],
	rest: Float64Array,
	{ n, shortest, penalty }: { n: number; shortest: number; penalty: number }
): readonly number[] | null {
	const sum = dot(rest, rest);
	const weight = n - basis.length;
	const steps = free.map((at) => unexplained(stepAt(at, n), basis));
	const squares = steps.map((step) => dot(step, step));
	const parts = steps.map((step) => dot(step, rest));
	let chosen: readonly number[] | null = null;
	let most = 0;
	const consider = (gain: number, places: readonly number[]): void => {
		if (weight - places.length < 3) return;
		const left = Math.max(sum - gain, 1e-12 * sum);
		const surplus = weight * Math.log(sum / left) - places.length * penalty * Math.log(n);
		if (surplus > most) [chosen, most] = [places, surplus];
	};
	free.forEach((at, i) => {
		if (squares[i]! < 1e-9) return;
		consider(parts[i]! ** 2 / squares[i]!, [at]);
		for (let j = i + shortest; j < free.length; j++) {
			if (free[j]! - at < shortest) continue;
			const cross = dot(steps[i]!, steps[j]!);
			const determinant = squares[i]! * squares[j]! - cross * cross;
			if (determinant < 1e-9 * squares[i]! * squares[j]!) continue;
			const gain =
				(parts[i]! ** 2 * squares[j]! -
					2 * parts[i]! * parts[j]! * cross +
					parts[j]! ** 2 * squares[i]!) /
				determinant;
			consider(gain, [at, free[j]!]);
		}
	});
	return chosen;
}

/** Sizes of all steps together: each is what its column is worth beside everything else. */
function sized(
	values: readonly number[],
	{ columns, places }: Description
): readonly LevelChange[] {
	const steps = places.map((at) => stepAt(at, values.length));
	return places.flatMap((at, k) => {
		const basis: Float64Array[] = [];
		for (const column of [...columns, ...steps.filter((_, other) => other !== k)]) {
			const direction = unexplained(Float64Array.from(column), basis);
			const length = Math.sqrt(dot(direction, direction));
			if (length > 1e-9) basis.push(direction.map((value) => value / length));
		}
		const own = unexplained(steps[k]!, basis);
		const square = dot(own, own);
		return square > 1e-9 ? [{ at, size: dot(own, Float64Array.from(values)) / square }] : [];
	});
}

function stepAt(at: number, n: number): Float64Array {
	return Float64Array.from({ length: n }, (_, t) => (t >= at ? 1 : 0));
}

/** What of a column the basis does not explain, taken out twice to keep the digits. */
function unexplained(column: Float64Array, basis: readonly Float64Array[]): Float64Array {
	const rest = Float64Array.from(column);
	for (let pass = 0; pass < 2; pass++)
		for (const direction of basis) {
			const part = dot(direction, rest);
			for (let t = 0; t < rest.length; t++) rest[t]! -= part * direction[t]!;
		}
	return rest;
}

function dot(a: Float64Array, b: Float64Array): number {
	let sum = 0;
	for (let t = 0; t < a.length; t++) sum += a[t]! * b[t]!;
	return sum;
}
