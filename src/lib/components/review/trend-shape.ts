import type { FindingTrend } from '#lib/review/finding.ts';

/** Paths in a box of 100 × 100 that is stretched to its place; strokes keep their width. */
export interface TrendShape {
	readonly line: string;
	readonly upper: string;
	readonly lower: string;
	readonly center: string;
	/** Every month but the last. */
	readonly points: readonly { readonly x: number; readonly y: number }[];
	/** Where things are in the last month, in per cent of the height. */
	readonly end: {
		readonly x: number;
		readonly value: number;
		readonly upper: number;
		readonly lower: number;
		readonly center: number;
	};
}

const margin = 6;

/** Lays a trend out on one scale, which need not hold zero: these are lines, not bars. Null without values. */
export function trendShape(trend: FindingTrend): TrendShape | null {
	const { months, values, upper, lower, center } = trend;
	const known = [...values, ...upper, ...lower].filter((value) => value !== null);
	const at = months.length - 1;
	const last = values[at] ?? null;
	if (known.length === 0 || last === null) return null;
	const low = Math.min(...known);
	const span = Math.max(...known) - low || 1;
	const x = (place: number): number => round((100 * place) / Math.max(at, 1));
	const y = (value: number): number =>
		round(100 - margin - ((100 - 2 * margin) * (value - low)) / span);
	const path = (line: readonly (number | null)[]): string => {
		let [text, pen] = ['', 'M'];
		for (const [place, value] of line.entries()) {
			if (value !== null) text += `${pen}${x(place)} ${y(value)}`;
			pen = value === null ? 'M' : 'L';
		}
		return text;
	};
	const ends = (line: readonly (number | null)[]): number => y(line[at] ?? last);
	return {
		line: path(values),
		upper: path(upper),
		lower: path(lower),
		center: path(center),
		points: values
			.slice(0, -1)
			.flatMap((value, place) => (value === null ? [] : [{ x: x(place), y: y(value) }])),
		end: { x: x(at), value: y(last), upper: ends(upper), lower: ends(lower), center: ends(center) }
	};
}

/** Labels moved apart so that none covers another, as little as that takes; within 0 to 100. */
export function spreadLabels<T extends { readonly at: number }>(
	labels: readonly T[],
	apart: number
): T[] {
	const sorted = labels.toSorted((a, b) => a.at - b.at);
	const places = sorted.map(({ at }) => at);
	for (let round = 0; round < 50; round++) {
		let moved = false;
		for (let one = 1; one < places.length; one++) {
			const gap = places[one]! - places[one - 1]!;
			if (gap >= apart - 1e-6) continue;
			const push = (apart - gap) / 2;
			places[one - 1]! -= push;
			places[one]! += push;
			moved = true;
		}
		if (!moved) break;
	}
	return sorted.map((label, at) => ({ ...label, at: places[at]! }));
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}
