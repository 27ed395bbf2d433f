import type { ReviewDriverRow } from '#lib/review/month-review.ts';

/** Where a row of the waterfall is drawn, in per cent of the width. */
export interface WaterfallBar {
	readonly from: number;
	readonly width: number;
	/** Where the row ends and the next begins; null for the total. */
	readonly link: number | null;
	readonly label: number;
	/** The number stands left of its place. */
	readonly labelLeft: boolean;
}

/** Room for the numbers at both ends. */
const labelRoom = 11;

/** Each row begins where the one before ended, from 0 = the count held against; the total from 0 again. */
export function waterfallBars(rows: readonly Pick<ReviewDriverRow, 'kind' | 'change'>[]): {
	readonly zero: number;
	readonly rows: readonly WaterfallBar[];
} {
	let level = 0;
	const spans = rows.map(({ kind, change }) => {
		const from = kind === 'total' ? 0 : level;
		level = kind === 'total' ? change : level + change;
		return { kind, from, to: from + change };
	});
	const ends = spans.flatMap(({ from, to }) => [from, to]);
	const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
	const scale = (100 - 2 * labelRoom) / (high - low || 1);
	const x = (value: number): number => round(labelRoom + (value - low) * scale);
	return {
		zero: x(0),
		rows: spans.map(({ kind, from, to }): WaterfallBar => {
			const left = to < from;
			return {
				from: x(Math.min(from, to)),
				width: round(Math.abs(to - from) * scale),
				link: kind === 'total' ? null : x(to),
				label: x(to),
				labelLeft: left
			};
		})
	};
}

function round(value: number): number {
	return Math.round(value * 100) / 100;
}
