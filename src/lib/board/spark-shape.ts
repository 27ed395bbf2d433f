import type { MonthEnd } from './month-end.ts';
import type { Spark } from './tile.ts';

/** What is drawn of a trend beside its line. */
export interface SparkOptions {
	readonly width: number;
	readonly height: number;
	/** The last month is not over. */
	readonly running: boolean;
	readonly target: number | null;
	readonly monthEnd: MonthEnd | null;
	/** Limits are drawn, not only the line. */
	readonly limits: boolean;
}

/** Paths and places in a box of the given size. */
export interface SparkShape {
	readonly line: string;
	/** The dashed step to the running month. */
	readonly runningLine: string;
	readonly lower: string;
	readonly upper: string;
	readonly target: number | null;
	/** Triangles that point the way the month lies. */
	readonly flags: readonly { readonly path: string; readonly side: -1 | 1 }[];
	readonly last: { readonly x: number; readonly y: number } | null;
	/** The interval of the month's end. */
	readonly foreseen: {
		readonly x: number;
		readonly y: number;
		readonly width: number;
		readonly height: number;
	} | null;
}

/** Room for a triangle at every edge. */
const margin = 5;
const flagSize = 3.4;
const foreseenWidth = 7;

/** Lays a trend out. All of it shares one scale, which need not hold zero: it is a line, not a bar. */
export function sparkShape(spark: Spark, options: SparkOptions): SparkShape {
	const { width, height, running, target, monthEnd, limits } = options;
	const { values } = spark;
	const lower = limits ? spark.lower : [];
	const upper = limits ? spark.upper : [];
	const all = [
		...values,
		...lower,
		...upper,
		target,
		monthEnd?.lower80 ?? null,
		monthEnd?.upper80 ?? null
	].filter((value) => value !== null);
	const low = Math.min(...all);
	const span = Math.max(...all) - low || 1;
	const step = (width - 2 * margin) / Math.max(values.length - 1, 1);
	const x = (at: number): number => round(margin + at * step);
	const y = (value: number): number =>
		round(height - margin - ((value - low) / span) * (height - 2 * margin));

	const end = values.findLastIndex((value) => value !== null);
	const isRunning = running && end === values.length - 1;
	const whole = isRunning ? values.slice(0, -1) : values;
	const before = whole.findLastIndex((value) => value !== null);
	const [lastValue, beforeValue] = [values[end] ?? null, whole[before] ?? null];
	return {
		line: path(whole, x, y),
		runningLine:
			isRunning && lastValue !== null && beforeValue !== null
				? `M${x(before)} ${y(beforeValue)}L${x(end)} ${y(lastValue)}`
				: '',
		lower: steps(lower, x, y, { step, width }),
		upper: steps(upper, x, y, { step, width }),
		target: target === null ? null : y(target),
		flags: spark.flagged.flatMap((side, at) => {
			const value = values[at] ?? null;
			return side === 0 || value === null ? [] : [{ path: flag(x(at), y(value), side), side }];
		}),
		last: lastValue === null ? null : { x: x(end), y: y(lastValue) },
		foreseen: monthEnd && {
			x: round(x(values.length - 1) - foreseenWidth / 2),
			y: y(monthEnd.upper80),
			width: foreseenWidth,
			height: round(Math.max(1, y(monthEnd.lower80) - y(monthEnd.upper80)))
		}
	};
}

type Place = (value: number) => number;

function path(values: readonly (number | null)[], x: Place, y: Place): string {
	let text = '';
	let pen = 'M';
	for (const [at, value] of values.entries()) {
		if (value === null) pen = 'M';
		else {
			text += `${pen}${x(at)} ${y(value)}`;
			pen = 'L';
		}
	}
	return text;
}

/** A line that holds for the whole width of each month, within the box. */
function steps(
	values: readonly (number | null)[],
	x: Place,
	y: Place,
	{ step, width }: { readonly step: number; readonly width: number }
): string {
	let text = '';
	let pen = 'M';
	for (const [at, value] of values.entries()) {
		if (value === null) pen = 'M';
		else {
			const left = round(Math.max(0, x(at) - step / 2));
			const right = round(Math.min(width, x(at) + step / 2));
			text += `${pen}${left} ${y(value)}H${right}`;
			pen = 'L';
		}
	}
	return text;
}

function flag(x: number, y: number, side: -1 | 1): string {
	const tip = round(y - side * flagSize);
	const base = round(y + side * flagSize);
	return `M${x} ${tip}L${round(x + flagSize)} ${base}H${round(x - flagSize)}Z`;
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}
