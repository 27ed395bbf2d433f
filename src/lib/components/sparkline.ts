/** One pair of limits, over the points `from` to `to` (both included). */
export interface SparklineLimits {
	readonly from: number;
	readonly to: number;
	readonly lower: number;
	readonly upper: number;
}

/** A small trend: whole periods in order, the last one perhaps still running. */
export interface SparklineSeries {
	/** Null where the period has no value: the line is broken there. */
	readonly values: readonly (number | null)[];
	/** The last value belongs to a running period. */
	readonly running?: boolean;
	readonly target?: number;
	/** The target as written at its end. */
	readonly targetText?: string;
	readonly limits?: readonly SparklineLimits[];
	/** The same periods a year earlier. */
	readonly earlier?: readonly (number | null)[];
}

/** Paths in a box of 264 × 56, with room for the points at its edges. */
export interface SparklineShape {
	readonly line: string;
	/** The dashed step to the running period. */
	readonly runningLine: string;
	readonly earlier: string;
	readonly last: { readonly x: number; readonly y: number } | null;
	readonly target: number | null;
	readonly limits: readonly {
		readonly x: number;
		readonly width: number;
		readonly upper: number;
		readonly lower: number;
	}[];
}

export const sparklineSize = { width: 264, height: 56 } as const;
const margin = 5;

/** Lays a series out. All of it shares one scale, which need not hold zero: it is a line, not a bar. */
export function sparklineShape(series: SparklineSeries): SparklineShape {
	const { values, earlier = [], limits = [], target, running = false } = series;
	const all = [
		...values,
		...earlier,
		target ?? null,
		...limits.flatMap(({ lower, upper }) => [lower, upper])
	].filter((value) => value !== null);
	const low = Math.min(...all);
	const span = Math.max(...all) - low || 1;
	const step = (sparklineSize.width - 2 * margin) / Math.max(values.length - 1, 1);
	const x = (index: number) => round(margin + index * step);
	const y = (value: number) =>
		round(
			sparklineSize.height - margin - ((value - low) / span) * (sparklineSize.height - 2 * margin)
		);

	const end = values.findLastIndex((value) => value !== null);
	const endValue = values[end] ?? null;
	const whole = running ? values.slice(0, -1) : values;
	const before = whole.findLastIndex((value) => value !== null);
	const beforeValue = whole[before] ?? null;
	return {
		line: path(whole, x, y),
		runningLine:
			running && end === values.length - 1 && endValue !== null && beforeValue !== null
				? `M${x(before)} ${y(beforeValue)}L${x(end)} ${y(endValue)}`
				: '',
		earlier: path(earlier, x, y),
		last: endValue === null ? null : { x: x(end), y: y(endValue) },
		target: target === undefined ? null : y(target),
		limits: limits.map(({ from, to, lower, upper }) => {
			const left = Math.max(x(from) - step / 2, 0);
			const right = Math.min(x(to) + step / 2, sparklineSize.width);
			return { x: round(left), width: round(right - left), upper: y(upper), lower: y(lower) };
		})
	};
}

function path(
	values: readonly (number | null)[],
	x: (index: number) => number,
	y: (value: number) => number
): string {
	let text = '';
	let pen = 'M';
	for (const [index, value] of values.entries()) {
		if (value === null) pen = 'M';
		else {
			text += `${pen}${x(index)} ${y(value)}`;
			pen = 'L';
		}
	}
	return text;
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}
