import type { CardTrend } from '#lib/server/questions/improvements-card.ts';

/** Box of a card's trend, in px. */
export const trendSize = { width: 116, height: 36 } as const;
const margin = 4;

/** What a card draws: before in one line, after in another, joined at the effective date. */
export interface TrendShape {
	readonly before: string;
	readonly after: string;
	/** Where the effective date stands; null: it is not among these periods. */
	readonly effective: number | null;
	readonly target: number | null;
	readonly last: { readonly x: number; readonly y: number } | null;
}

/** One scale for the line and its target, which need not hold zero. */
export function trendShape(
	{ values, after }: Pick<CardTrend, 'values' | 'after'>,
	target: number | null
): TrendShape {
	const all = [...values, target].filter((value) => value !== null);
	const low = Math.min(...all);
	const span = Math.max(...all) - low || 1;
	const step = (trendSize.width - 2 * margin) / Math.max(values.length - 1, 1);
	const x = (at: number) => round(margin + at * step);
	const y = (value: number) =>
		round(trendSize.height - margin - ((value - low) / span) * (trendSize.height - 2 * margin));
	const from = after < 0 ? values.length : after;
	const end = values.findLastIndex((value) => value !== null);
	const last = values[end];
	return {
		before: path(values, 0, from, x, y),
		// The last point before belongs to both: the line does not break where the change begins.
		after: path(values, Math.max(from - 1, 0), values.length, x, y),
		effective: after < 0 ? null : round(x(after) - step / 2),
		target: target === null ? null : y(target),
		last: last == null ? null : { x: x(end), y: y(last) }
	};
}

function path(
	values: readonly (number | null)[],
	from: number,
	until: number,
	x: (at: number) => number,
	y: (value: number) => number
): string {
	let text = '';
	let pen = 'M';
	for (let at = from; at < until; at++) {
		const value = values[at] ?? null;
		if (value !== null) text += `${pen}${x(at)} ${y(value)}`;
		pen = value === null ? 'M' : 'L';
	}
	return text;
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}
